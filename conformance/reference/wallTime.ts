/** A date and a time of day, as milliseconds since 1970 began on the clock that shows them. */

/** After as many years the calendar is the same. */
const CYCLE_YEARS = 400;
const CYCLE = 146_097 * 86_400_000;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Undefined where the calendar has no such day, or a day no such time.
 * @param month from 1
 */
export function wallTime(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second = 0,
  millisecond = 0,
): number | undefined {
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  if (day < 1 || day > daysOf(year, month)) return undefined;
  // Years under 100 are taken for others, which those of the next cycle are not.
  const next = Date.UTC(year + CYCLE_YEARS, month - 1, day, hour, minute, second, millisecond);
  return next - CYCLE;
}

/** 0 where there is no such month. */
function daysOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (LENGTHS[month - 1] ?? 0);
}
