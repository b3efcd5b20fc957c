/** The time of an event whose record has a date, a time of day and an offset in one text. */
import type { EventTime } from '../../specs/audit-event/types.js';
import { instantText } from './instantText.js';
import { unknownZone } from './unknownZone.js';
import { unreadableTime } from './unreadableTime.js';
import { wallTime } from './wallTime.js';

const MINUTE = 60_000;

const FORM =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,3}))?(?:Z|([+-])([01]\d|2[0-3]):?([0-5]\d))?$/;

/** @param text like 2018-10-25T06:26:27+0000; without an offset its zone is unknown */
export function timestampTime(text: string): EventTime {
  const parts = FORM.exec(text);
  if (parts === null) return unreadableTime(text);
  const [, year, month, day, hour, minute, second, fraction, sign, hours, minutes] = parts;
  const wall = wallTime(
    Number(year),
    Number(month),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number((fraction ?? '').padEnd(3, '0')),
  );
  if (wall === undefined) return unreadableTime(text);
  const precision = fraction === undefined ? 'second' : 'millisecond';
  if (sign === undefined && !text.endsWith('Z')) return unknownZone(text, precision);
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE;
  const instant = instantText(sign === '-' ? wall + offset : wall - offset, precision);
  if (instant === undefined) return unreadableTime(text);
  const zone = sign === undefined ? '+00:00' : `${sign}${hours}:${minutes}`;
  return { instant, precision, zone_basis: 'explicit', zone, original: text };
}
