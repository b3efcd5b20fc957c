/** The clocks of the zones that were asked for last: what they have looked up serves the next trail, too. */
import { LocalClock } from './LocalClock.js';

const clocks = new Map<string, LocalClock>();
/** So many are kept. */
const KEPT = 20;

/**
 * @param zone an IANA name
 * @throws ClientError `invalid_request` where there is no such zone
 */
export function clockOf(zone: string): LocalClock {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = new LocalClock(zone);
    if (clocks.size === KEPT) clocks.clear();
    clocks.set(zone, clock);
  }
  return clock;
}
