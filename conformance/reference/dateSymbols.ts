/** Unicode's date field symbols that a format may have, each with how it is read. */

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

/** What a text may say of a time; -1 where it does not. */
export interface Said {
  year: number;
  /** From 1. */
  month: number;
  day: number;
  hour: number;
  /** From 1 to 12, of half a day. */
  halfHour: number;
  minute: number;
  second: number;
  /** 0 before noon. */
  half: number;
  /** 0 is a Sunday. */
  weekday: number;
}

/** Reads what stands at a place: where it ends, or -1 where it is something else. */
export type DateReader = (text: string, at: number, said: Said) => number;

export interface DateSymbol {
  field: keyof Said;
  read: DateReader;
}

/** Digits, as many as there are. */
function digits(field: keyof Said, least: number, most = least): DateSymbol {
  return {
    field,
    read(text, at, said) {
      let value = 0;
      let end = at;
      for (; end < at + most; end++) {
        // Behind the end there is no number, which is not in the range either.
        const digit = text.charCodeAt(end) - 0x30;
        if (!(digit >= 0 && digit <= 9)) break;
        value = 10 * value + digit;
      }
      said[field] = value;
      return end < at + least ? -1 : end;
    },
  };
}

/** One of some names, of which none begins another. */
function names(field: keyof Said, list: readonly string[], first: number): DateSymbol {
  return {
    field,
    read(text, at, said) {
      const place = list.findIndex((name) => standsAt(text, at, name));
      if (place === -1) return -1;
      said[field] = place + first;
      return at + (list[place] as string).length;
    },
  };
}

/** A text that stands for itself, as it is. */
export function literal(text: string): DateReader {
  return (read, at) => (read.startsWith(text, at) ? at + text.length : -1);
}

/** Whether a name of small letters stands there, in whatever case. */
function standsAt(text: string, at: number, wanted: string): boolean {
  for (let place = 0; place < wanted.length; place++) {
    const small = wanted.charCodeAt(place);
    const found = text.charCodeAt(at + place);
    if (found !== small && found !== small - 0x20) return false;
  }
  return true;
}

const short = (list: readonly string[]) => list.map((name) => name.slice(0, 3));
const half = names('half', ['am', 'pm'], 0);

export const DATE_SYMBOLS: ReadonlyMap<string, DateSymbol> = new Map([
  ['EEEE', names('weekday', WEEKDAYS, 0)],
  ['EEE', names('weekday', short(WEEKDAYS), 0)],
  ['yyyy', digits('year', 4)],
  ['MMMM', names('month', MONTHS, 1)],
  ['MMM', names('month', short(MONTHS), 1)],
  ['MM', digits('month', 2)],
  ['M', digits('month', 1, 2)],
  ['dd', digits('day', 2)],
  ['d', digits('day', 1, 2)],
  ['HH', digits('hour', 2)],
  ['H', digits('hour', 1, 2)],
  ['hh', digits('halfHour', 2)],
  ['h', digits('halfHour', 1, 2)],
  ['mm', digits('minute', 2)],
  ['ss', digits('second', 2)],
  ['a', half],
  ['aa', half],
  ['aaa', half],
]);
