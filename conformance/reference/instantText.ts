/** Instants as events write them: audit-event/instant. */
import type { EventTime } from '../../specs/audit-event/types.js';

/** What of an instant is told. */
type Precision = NonNullable<EventTime['precision']>;

/**
 * Undefined where it lies outside of the years 0000 to 9999.
 * @param time epoch milliseconds
 */
export function instantText(time: number, precision: Precision): string | undefined {
  if (!(time >= FIRST && time <= LAST)) return undefined;
  const text = new Date(time).toISOString();
  return precision === 'millisecond' ? text : `${text.slice(0, 19)}Z`;
}

const FIRST = Date.parse('0000-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');
