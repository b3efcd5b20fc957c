/** Times of Motadata's records, with what is expected of them. */
import type { EventLoss, ExpectedEvent } from '../../../../specs/conformance/types.js';
import type { Draw } from '../../../cases/Draw.js';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** Kolkata's, since 1945. */
const OFFSET = 5.5 * 60 * 60 * 1000;
const MINUTES = { first: Date.UTC(1950, 0, 1) / 60_000, count: 150 * 365 * 24 * 60 };
const UNREADABLE = [
  'Sat, Feb 30, 2030 01:07 pm',
  'Wed, Oct 08, 2025 13:07 pm',
  'Wed, Oct 08, 2025 00:07 am',
  'Wed, Oct 8, 2025 01:07 pm',
  ' Wed, Oct 08, 2025 01:07 pm',
  '2025-10-08T13:07:00Z',
  '',
];

interface Dated extends Pick<ExpectedEvent, 'time'> {
  auditDate: unknown;
  losses: EventLoss[];
}

export function timeBy(draw: Draw): Dated {
  const kind = draw.below(20);
  if (kind < 2) {
    const auditDate = kind === 0 ? draw.pick(UNREADABLE) : draw.pick([undefined, null, 1759909020]);
    const original = typeof auditDate === 'string' ? auditDate : null;
    const unknown = { instant: null, precision: null, zone_basis: 'unknown', zone: null } as const;
    return { auditDate, time: { ...unknown, original }, losses: ['time.unreadable'] };
  }
  const at = (MINUTES.first + draw.below(MINUTES.count)) * 60_000;
  const isOtherDay = kind === 2;
  const text = written(at + OFFSET, isOtherDay ? 1 + draw.below(6) : 0);
  const auditDate = kind === 3 ? text.toUpperCase() : text;
  return {
    auditDate,
    time: {
      instant: new Date(at).toISOString().replace('.000', ''),
      ...{ precision: 'minute', zone_basis: 'configured', zone: 'Asia/Kolkata' },
      original: auditDate,
    },
    losses: [
      ...(['time.minute_precision', 'time.zone_configured'] as const),
      ...(isOtherDay ? (['time.weekday_mismatch'] as const) : []),
    ],
  };
}

/**
 * @param wall milliseconds, as if it were UTC
 * @param late by how many days the weekday is wrong
 */
function written(wall: number, late: number): string {
  const at = new Date(wall);
  const two = (number: number) => String(number).padStart(2, '0');
  const hour = at.getUTCHours();
  const date = `${MONTHS[at.getUTCMonth()]} ${two(at.getUTCDate())}, ${at.getUTCFullYear()}`;
  const time = `${two(hour % 12 || 12)}:${two(at.getUTCMinutes())} ${hour < 12 ? 'am' : 'pm'}`;
  return `${DAYS[(at.getUTCDay() + late) % 7]}, ${date} ${time}`;
}
