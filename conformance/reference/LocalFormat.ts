/** Reads local times by a format in Unicode's date field symbols. */
import { ClientError } from './ClientError.js';
import { wallTime } from './wallTime.js';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
/** In the order of the days from 1970-01-04 on. */
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** What a text may say, and what it says where it does not. */
const NOTHING = {
  ...{ year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 },
  /** From 1 to 12, of half a day. */
  halfHour: 0,
  /** 0 before noon. */
  half: 0,
  weekday: -1,
};
type Field = keyof typeof NOTHING;

/** What stands for a symbol, and the number that it means. */
interface DateSymbol {
  field: Field;
  pattern: string;
  read(text: string): number;
}

const digits = (field: Field, pattern: string): DateSymbol => ({ field, pattern, read: Number });

const names = (field: Field, list: readonly string[], first: number): DateSymbol => {
  const values = new Map(list.map((name, place) => [name.toLowerCase(), place + first]));
  return {
    field,
    pattern: list.map(anyCase).join('|'),
    read: (text) => values.get(text.toLowerCase()) as number,
  };
};

const short = (list: readonly string[]) => list.map((name) => name.slice(0, 3));
const half = names('half', ['am', 'pm'], 0);

const SYMBOLS = new Map<string, DateSymbol>([
  ['EEEE', names('weekday', WEEKDAYS, 0)],
  ['EEE', names('weekday', short(WEEKDAYS), 0)],
  ['yyyy', digits('year', '\\d{4}')],
  ['MMMM', names('month', MONTHS, 1)],
  ['MMM', names('month', short(MONTHS), 1)],
  ['MM', digits('month', '\\d\\d')],
  ['M', digits('month', '\\d\\d?')],
  ['dd', digits('day', '\\d\\d')],
  ['d', digits('day', '\\d\\d?')],
  ['HH', digits('hour', '\\d\\d')],
  ['H', digits('hour', '\\d\\d?')],
  ['hh', digits('halfHour', '\\d\\d')],
  ['h', digits('halfHour', '\\d\\d?')],
  ['mm', digits('minute', '\\d\\d')],
  ['ss', digits('second', '\\d\\d')],
  ['a', half],
  ['aa', half],
  ['aaa', half],
]);

/** A run of one letter, a text in quotation marks, or a character that stands for itself. */
const PARTS = /([A-Za-z])\1*|'((?:[^']|'')*)'|[^A-Za-z']/gs;

/** What a text says. */
export interface LocalTime {
  /** Milliseconds since 1970 began on the clock. */
  wall: number;
  /** Whether it names another weekday than the date has. */
  isWeekdayWrong: boolean;
}

export class LocalFormat {
  readonly hasSeconds: boolean;
  readonly #symbols: DateSymbol[] = [];
  readonly #pattern: RegExp;
  /** Whether its hours are those of half a day. */
  readonly #isHalf: boolean;

  /** @throws ClientError `invalid_request` where times cannot be read by it */
  constructor(format: string) {
    let pattern = '';
    let end = 0;
    for (const { 0: part, 1: letter, 2: quoted, index } of format.matchAll(PARTS)) {
      if (index !== end) break;
      end += part.length;
      const symbol = SYMBOLS.get(part);
      if (letter !== undefined && !symbol) throw unusable(format, `has ${part}`);
      if (symbol) this.#symbols.push(symbol);
      pattern += symbol ? `(${symbol.pattern})` : exactly(literal(part, quoted));
    }
    if (end !== format.length) throw unusable(format, 'has a quotation mark that is left open');
    this.#pattern = new RegExp(`^${pattern}$`);
    const fields = this.#symbols.map(({ field }) => field);
    this.hasSeconds = fields.includes('second');
    this.#isHalf = fields.includes('halfHour');
    checkFields(format, fields);
  }

  /** Undefined where it has not this form, or there is no such day or time. */
  read(text: string): LocalTime | undefined {
    const parts = this.#pattern.exec(text);
    if (parts === null) return undefined;
    const said = { ...NOTHING };
    for (let place = 0; place < this.#symbols.length; place++) {
      const { field, read } = this.#symbols[place] as DateSymbol;
      said[field] = read(parts[place + 1] as string);
    }
    const { year, month, day, minute, second, halfHour, half, weekday } = said;
    if (this.#isHalf && (halfHour < 1 || halfHour > 12)) return undefined;
    // 12 am is midnight, and 12 pm noon.
    const hour = this.#isHalf ? (halfHour % 12) + 12 * half : said.hour;
    const wall = wallTime(year, month, day, hour, minute, second);
    if (wall === undefined) return undefined;
    return { wall, isWeekdayWrong: weekday !== -1 && weekday !== weekdayOf(wall) };
  }
}

/** 0 is a Sunday. */
function weekdayOf(wall: number): number {
  const days = Math.floor(wall / 86_400_000) - 3;
  return ((days % 7) + 7) % 7;
}

function checkFields(format: string, fields: readonly Field[]): void {
  const has = (field: Field) => fields.includes(field);
  for (const field of ['year', 'month', 'day', 'minute'] as const)
    if (!has(field)) throw unusable(format, `lacks the ${field}`);
  if (has('hour') === has('halfHour'))
    throw unusable(format, has('hour') ? 'has two kinds of hours' : 'lacks the hour');
  if (has('halfHour') && !has('half')) throw unusable(format, 'lacks am and pm');
  if (has('hour') && has('half')) throw unusable(format, 'has am and pm for hours of a whole day');
  if (new Set(fields).size < fields.length) throw unusable(format, 'has something twice');
}

/** A quotation mark is written as two, within a text in marks and elsewhere. */
function literal(part: string, quoted: string | undefined): string {
  if (quoted === undefined) return part;
  return quoted === '' ? "'" : quoted.replaceAll("''", "'");
}

/** A pattern for a name of ASCII letters, in which case does not matter. */
function anyCase(name: string): string {
  return name.replaceAll(/./g, (one) => `[${one.toLowerCase()}${one.toUpperCase()}]`);
}

/** A pattern for a text as it is. */
function exactly(text: string): string {
  return text
    .split('')
    .map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

function unusable(format: string, why: string): ClientError {
  return new ClientError('invalid_request', `the date format ${format} ${why}`);
}
