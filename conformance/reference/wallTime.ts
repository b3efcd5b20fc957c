/** A date and a time of day, as milliseconds since 1970 began there, whatever the zone. */

/** After as long the calendar is the same. */
const CYCLE_YEARS = 400;
const CYCLE = 146_097 * 86_400_000;

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
  // Years under 100 are taken for others, which those of the next cycle are not.
  const later = Date.UTC(year + CYCLE_YEARS, month - 1, day, hour, minute, second, millisecond);
  const date = new Date(later);
  // A 31st of April would be a 1st of May.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return later - CYCLE;
}
