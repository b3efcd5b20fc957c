/** Normalizers of Motadata's records that tell another time. */

import type { EventTime } from '../../../../specs/audit-event/types.js';
import { hides } from '../../../mutants/hides.js';
import type { NormalizerMutant } from '../../../mutants/NormalizerMutant.js';
import { tells, type VendorChange } from '../../../mutants/tells.js';
import type { Context, Reading } from '../../../reference/VendorNormalizer.js';

export const timeNormalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'local-as-utc',
    mistake: 'takes the local time for UTC',
    ...{ case: 'documented/records', reason: 'wrong-time' },
    vendor: timed((time, { utc }) => ({ ...time, instant: utc.time.instant })),
  },
  {
    name: 'zone-of-the-machine',
    mistake: 'takes the zone of its machine where nobody says one',
    ...{ case: 'time/zone-unknown', reason: 'wrong-time' },
    vendor: ({ reader }) => ({
      reader: (context) =>
        reader({ time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone, ...context }),
    }),
  },
  {
    name: 'noon-at-midnight',
    mistake: 'adds twelve hours to 12 pm and none to 12 am',
    ...{ case: 'time/noon', reason: 'wrong-time' },
    vendor: dated((text) => text.replace(/ 12:(\d\d) am$/, ' 12:$1 pm')),
  },
  {
    name: 'one-offset',
    mistake: 'takes the offset of January for that of all days',
    ...{ case: 'time/summer-and-winter', reason: 'wrong-time' },
    vendor: timed((time, { utc, winter }) => ({
      ...time,
      instant: moved(utc.time.instant, winter),
    })),
  },
  {
    name: 'the-later-one',
    mistake: 'takes the later one of a local time that occurs twice',
    ...{ case: 'time/twice', reason: 'wrong-time' },
    vendor: tells((told) =>
      told.losses.includes('time.local_ambiguous')
        ? { ...told, time: { ...told.time, instant: moved(told.time.instant, HOUR) } }
        : told,
    ),
  },
  {
    name: 'offset-from-behind',
    mistake: 'takes a local time that is left out with the offset from behind the change',
    ...{ case: 'time/never', reason: 'wrong-time' },
    vendor: tells((told) =>
      told.losses.includes('time.local_nonexistent')
        ? { ...told, time: { ...told.time, instant: moved(told.time.instant, -HOUR) } }
        : told,
    ),
  },
  {
    name: 'sure-of-its-clock',
    mistake: 'says nothing of clock changes',
    ...{ case: 'time/south', reason: 'hidden-loss' },
    vendor: hides('time.local_ambiguous', 'time.local_nonexistent'),
  },
  {
    name: 'deaf-to-weekdays',
    mistake: 'skips the weekday',
    ...{ case: 'time/weekday', reason: 'hidden-loss' },
    vendor: hides('time.weekday_mismatch'),
  },
  {
    name: 'new-name-of-the-zone',
    mistake: 'tells another name of the zone than the one that it was given',
    ...{ case: 'time/zone-name', reason: 'wrong-time' },
    vendor: timed((time) => ({
      ...time,
      zone: time.zone?.replace('Calcutta', 'Kolkata') ?? null,
    })),
  },
  {
    name: 'leaves-it-to-the-language',
    mistake: 'lets its language read what it cannot, in the zone of its machine',
    ...{ case: 'time/other-forms', reason: 'wrong-time' },
    vendor: tells((told, { auditDate }) => {
      const at = told.time.precision === null ? Date.parse(String(auditDate)) : Number.NaN;
      if (Number.isNaN(at)) return told;
      const instant = new Date(at).toISOString().replace(/\.\d+/, '');
      return { ...told, time: { ...told.time, precision: 'minute', instant } };
    }),
  },
  {
    name: 'trims-the-date',
    mistake: 'drops blanks around a time and takes all blanks in it for one',
    ...{ case: 'time/around-it', reason: 'wrong-time' },
    vendor: dated((text) => text.trim().replace(/\s+/g, ' ')),
  },
  {
    name: 'one-form',
    mistake: 'knows one form of times, whatever the context says',
    ...{ case: 'formats/hours-of-24', reason: 'wrong-time' },
    vendor: ({ reader }) => ({ reader: ({ date_format: _, ...context }) => reader(context) }),
  },
  {
    name: 'tries-the-usual-form',
    mistake: 'tries the usual form where the one of the context does not fit',
    ...{ case: 'formats/instead', reason: 'wrong-time' },
    vendor: ({ reader }) => ({
      reader({ date_format, ...context }) {
        const [other, usual] = [reader({ ...context, date_format }), reader(context)];
        return (record) => {
          const told = other(record);
          return told.time.precision === null ? usual(record) : told;
        };
      },
    }),
  },
  {
    name: 'any-mark',
    mistake: 'takes a full stop of the form for any character, as patterns do',
    ...{ case: 'formats/day-first', reason: 'wrong-time' },
    vendor: dated((text, { date_format = '' }) =>
      date_format.includes('.') ? text.replace(/[^\w: ]/g, '.') : text,
    ),
  },
  {
    name: 'a-z-is-utc',
    mistake: 'takes a Z at the end for UTC, even where the form has it as a text',
    ...{ case: 'formats/quoted-without-zone', reason: 'wrong-time' },
    vendor: timed((time, { utc }) =>
      time.original?.endsWith('Z')
        ? { ...time, instant: utc.time.instant, zone_basis: 'explicit', zone: '+00:00' }
        : time,
    ),
  },
  {
    name: 'minutes-only',
    mistake: 'drops seconds',
    ...{ case: 'formats/seconds', reason: 'wrong-time' },
    vendor: timed((time) => ({ ...time, instant: time.instant?.replace(/\d\dZ$/, '00Z') ?? null })),
  },
];

const HOUR = 60 * 60 * 1000;
const JANUARY = { auditDate: 'Wed, Jan 15, 2025 12:00 pm' };

interface Beside {
  /** The same, read in UTC. */
  utc: Reading;
  /** Milliseconds from the zone's time to UTC in January. */
  winter: number;
}

/** Tells another time. */
function timed(make: (time: EventTime, beside: Beside) => EventTime): VendorChange {
  return ({ reader }) => ({
    reader(context) {
      const [read, readUtc] = [reader(context), reader({ ...context, time_zone: 'Etc/UTC' })];
      const january = [read, readUtc].map((one) => Date.parse(one(JANUARY).time.instant ?? ''));
      const winter = (january[0] as number) - (january[1] as number);
      return (record) => {
        const told = read(record);
        return { ...told, time: make(told.time, { utc: readUtc(record), winter }) };
      };
    },
  });
}

/** Reads another time than the one that is written. */
function dated(make: (text: string, context: Context) => string): VendorChange {
  return ({ reader }) => ({
    reader(context) {
      const read = reader(context);
      return (record) => {
        const { auditDate } = record;
        if (typeof auditDate !== 'string') return read(record);
        const told = read({ ...record, auditDate: make(auditDate, context) });
        return { ...told, time: { ...told.time, original: auditDate } };
      };
    },
  });
}

function moved(instant: string | null, by: number): string | null {
  return instant && new Date(Date.parse(instant) + by).toISOString().replace('.000', '');
}
