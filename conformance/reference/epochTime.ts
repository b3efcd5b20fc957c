/** The time of an event whose record counts milliseconds since 1970-01-01T00:00:00Z. */
import type { EventTime } from '../../specs/audit-event/types.js';
import { instantText } from './instantText.js';
import { unreadableTime } from './unreadableTime.js';

export function epochTime(milliseconds: number): EventTime {
  // The canonical form of a number is what ECMAScript writes.
  const original = String(milliseconds);
  const whole = Number.isInteger(milliseconds);
  const instant = whole ? instantText(milliseconds, 'millisecond') : undefined;
  if (instant === undefined) return unreadableTime(original);
  return { instant, precision: 'millisecond', zone_basis: 'epoch', zone: '+00:00', original };
}
