/** Reads the time of an event whose record has a local time that names no zone. */
import type { EventLoss, EventTime } from '../../specs/audit-event/types.js';
import { clockOf } from './clockOf.js';
import { instantText } from './instantText.js';
import type { Shown } from './LocalClock.js';
import { LocalFormat } from './LocalFormat.js';
import { unknownZone } from './unknownZone.js';
import { unreadableTime } from './unreadableTime.js';
import type { Losses } from './VendorNormalizer.js';

/** A time, and what is lost beside what every event's time loses. */
export interface LocalReading {
  time: EventTime;
  losses: Losses;
}

const OFTEN: Readonly<Record<Shown['often'], EventLoss | undefined>> = {
  never: 'time.local_nonexistent',
  once: undefined,
  twice: 'time.local_ambiguous',
};

/**
 * Reads times of one form in one zone.
 * @param format in Unicode's date field symbols
 * @param zone an IANA name; undefined where nobody knows it
 * @throws ClientError `invalid_request` where either cannot be used
 */
export function localTimeReader(
  format: string,
  zone: string | undefined,
): (text: unknown) => LocalReading {
  const form = new LocalFormat(format);
  const clock = zone === undefined ? undefined : clockOf(zone);
  const precision = form.hasSeconds ? 'second' : 'minute';
  // Much of what happens to a ticket happens within a minute.
  let last: LocalReading = { time: unreadableTime(null), losses: [] };
  return (original) => {
    if (original === last.time.original) return { ...last, time: { ...last.time } };
    if (typeof original !== 'string') return { time: unreadableTime(null), losses: [] };
    last = read(original);
    return last;
  };

  function read(original: string): LocalReading {
    const local = form.read(original);
    if (!local) return { time: unreadableTime(original), losses: [] };
    const ofDay = local.isWeekdayWrong ? 'time.weekday_mismatch' : undefined;
    const ofSecond = form.hasSeconds ? undefined : 'time.minute_precision';
    if (clock === undefined || zone === undefined)
      return { time: unknownZone(original, precision), losses: [ofSecond, ofDay] };
    const { time, often } = clock.at(local.wall);
    const instant = instantText(time, precision);
    if (instant === undefined) return { time: unreadableTime(original), losses: [] };
    return {
      time: { instant, precision, zone_basis: 'configured', zone, original },
      losses: [ofSecond, 'time.zone_configured', OFTEN[often], ofDay],
    };
  }
}
