/**
 * Reads local times by a format in Unicode's date field symbols. An expression would do, but takes
 * twice as long, and what it leaves to be collected is more than a small record's event.
 */
import { ClientError } from './ClientError.js';
import { DATE_SYMBOLS, type DateReader, literal, type Said } from './dateSymbols.js';
import { wallTime } from './wallTime.js';

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
  readonly #readers: DateReader[] = [];
  /** Said by the text before; all that is said is said anew by the next. */
  readonly #said: Said = {
    ...{ year: -1, month: -1, day: -1, hour: -1, halfHour: -1, minute: -1, second: 0 },
    ...{ half: -1, weekday: -1 },
  };

  /** @throws ClientError `invalid_request` where times cannot be read by it */
  constructor(format: string) {
    const fields: (keyof Said)[] = [];
    let end = 0;
    for (const { 0: part, 1: letter, 2: quoted, index } of format.matchAll(PARTS)) {
      if (index !== end) break;
      end += part.length;
      const symbol = DATE_SYMBOLS.get(part);
      if (letter !== undefined && !symbol) throw unusable(format, `has ${part}`);
      if (symbol) fields.push(symbol.field);
      this.#readers.push(symbol?.read ?? literal(unquoted(part, quoted)));
    }
    if (end !== format.length) throw unusable(format, 'has a quotation mark that is left open');
    checkFields(format, fields);
    this.hasSeconds = fields.includes('second');
  }

  /** Undefined where it has not this form, or there is no such day or time. */
  read(text: string): LocalTime | undefined {
    let end = 0;
    for (const read of this.#readers) {
      end = read(text, end, this.#said);
      if (end === -1) return undefined;
    }
    if (end !== text.length) return undefined;
    const { year, month, day, halfHour, half, minute, second, weekday } = this.#said;
    if (halfHour === 0 || halfHour > 12) return undefined;
    // 12 am is midnight, and 12 pm noon.
    const hour = halfHour === -1 ? this.#said.hour : (halfHour % 12) + 12 * half;
    const wall = wallTime(year, month, day, hour, minute, second);
    if (wall === undefined) return undefined;
    return { wall, isWeekdayWrong: weekday !== -1 && weekday !== weekdayOf(wall) };
  }
}

/** 0 is a Sunday. */
function weekdayOf(wall: number): number {
  // The first day of 1970 was a Thursday.
  const days = Math.floor(wall / 86_400_000) + 4;
  return ((days % 7) + 7) % 7;
}

function checkFields(format: string, fields: readonly (keyof Said)[]): void {
  const has = (field: keyof Said) => fields.includes(field);
  for (const field of ['year', 'month', 'day', 'minute'] as const)
    if (!has(field)) throw unusable(format, `lacks the ${field}`);
  if (has('hour') === has('halfHour'))
    throw unusable(format, has('hour') ? 'has two kinds of hours' : 'lacks the hour');
  if (has('halfHour') && !has('half')) throw unusable(format, 'lacks am and pm');
  if (has('hour') && has('half')) throw unusable(format, 'has am and pm for hours of a whole day');
  if (new Set(fields).size < fields.length) throw unusable(format, 'has something twice');
}

/** A quotation mark is written as two, within a text in marks and elsewhere. */
function unquoted(part: string, quoted: string | undefined): string {
  if (quoted === undefined) return part;
  return quoted === '' ? "'" : quoted.replaceAll("''", "'");
}

function unusable(format: string, why: string): ClientError {
  return new ClientError('invalid_request', `the date format ${format} ${why}`);
}
