/** Writes an instant of the fixture. */

/** In UTC, with milliseconds where it has them. @param time epoch milliseconds */
export function instant(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
