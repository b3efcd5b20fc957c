/** A time of which nobody says the zone: audit-event/zone-unknown. */
import type { EventTime } from '../../specs/audit-event/types.js';

/** @param precision that of the text */
export function unknownZone(
  original: string,
  precision: 'millisecond' | 'second' | 'minute',
): EventTime {
  return { instant: null, precision, zone_basis: 'unknown', zone: null, original };
}
