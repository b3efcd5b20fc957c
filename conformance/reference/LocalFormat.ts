/** Reads local times by a format in Unicode's date field symbols. */
import { ClientError } from './ClientError.js';
import { wallTime } from './wallTime.js';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
/** The first is day 0 of Date's weeks. */
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

type Field = 'weekday' | 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'half';
const NEEDED: readonly Field[] = ['year', 'month', 'day', 'hour', 'minute'];

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
  ['hh', digits('hour', '\\d\\d')],
  ['h', digits('hour', '\\d\\d?')],
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
      pattern += symbol ? `(${symbol.pattern})` : anyCase(literal(part, quoted));
    }
    if (end !== format.length) throw unusable(format, 'has a quotation mark that is left open');
    this.#pattern = new RegExp(`^${pattern}$`, 's');
    const fields = this.#symbols.map(({ field }) => field);
    this.hasSeconds = fields.includes('second');
    this.#isHalf = /h/.test(format.replaceAll(PARTS, (part) => (SYMBOLS.has(part) ? part : '')));
    for (const field of NEEDED)
      if (!fields.includes(field)) throw unusable(format, `lacks the ${field}`);
    if (this.#isHalf && !fields.includes('half')) throw unusable(format, 'lacks am and pm');
    if (new Set(fields).size < fields.length) throw unusable(format, 'has a field twice');
  }

  /** Undefined where it has not this form, or there is no such day or time. */
  read(text: string): LocalTime | undefined {
    const parts = this.#pattern.exec(text);
    if (parts === null) return undefined;
    const said: Partial<Record<Field, number>> = {};
    for (const [place, { field, read }] of this.#symbols.entries())
      said[field] = read(parts[place + 1] as string);
    const { year, month, day, minute, second, weekday } = said as Record<Field, number>;
    const hour = this.#hourOf(said);
    const wall = hour === undefined ? undefined : wallTime(year, month, day, hour, minute, second);
    if (wall === undefined) return undefined;
    const isWeekdayWrong = weekday !== undefined && weekday !== new Date(wall).getUTCDay();
    return { wall, isWeekdayWrong };
  }

  /** 12 am is midnight, and 12 pm noon. */
  #hourOf({ hour = 0, half = 0 }: Partial<Record<Field, number>>): number | undefined {
    if (!this.#isHalf) return hour;
    return hour >= 1 && hour <= 12 ? (hour % 12) + 12 * half : undefined;
  }
}

/** A quotation mark is written as two, within a text in marks and elsewhere. */
function literal(part: string, quoted: string | undefined): string {
  if (quoted === undefined) return part;
  return quoted === '' ? "'" : quoted.replaceAll("''", "'");
}

/** A pattern for a text in which only the case of A to Z does not matter. */
function anyCase(text: string): string {
  return text
    .split('')
    .map((one) =>
      /[A-Za-z]/.test(one)
        ? `[${one.toLowerCase()}${one.toUpperCase()}]`
        : `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .join('');
}

function unusable(format: string, why: string): ClientError {
  return new ClientError('invalid_request', `the date format ${format} ${why}`);
}
