/** A time that tells no moment: audit-event/time-unreadable. */
import type { EventTime } from '../../specs/audit-event/types.js';

/** @param original as the record writes it; null where it is absent */
export function unreadableTime(original: string | null): EventTime {
  return { instant: null, precision: null, zone_basis: 'unknown', zone: null, original };
}
