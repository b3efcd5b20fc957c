/** Normalizers of Helpshift's records that tell another time. */
import type { NormalizerMutant } from '../../../mutants/NormalizerMutant.js';
import { tells } from '../../../mutants/tells.js';
import { epochTime } from '../../../reference/epochTime.js';
import { timestampTime } from '../../../reference/timestampTime.js';
import { unreadableTime } from '../../../reference/unreadableTime.js';
import type { Reading } from '../../../reference/VendorNormalizer.js';

export const timeNormalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'guesses-seconds',
    mistake: 'takes a number for seconds where it would be long ago',
    ...{ case: 'time/no-seconds', reason: 'wrong-time' },
    vendor: timeBy((value) => (isShort(value) ? epochTime(value * 1000) : undefined)),
  },
  {
    name: 'guesses-microseconds',
    mistake: 'takes a number for microseconds where it would be far away',
    ...{ case: 'time/far-away', reason: 'wrong-time' },
    vendor: timeBy((value) =>
      typeof value === 'number' && value > 1e14 ? epochTime(Math.trunc(value / 1000)) : undefined,
    ),
  },
  {
    name: 'cuts-milliseconds',
    mistake: 'leaves the fraction of a millisecond out',
    ...{ case: 'time/fraction-of-a-millisecond', reason: 'wrong-time' },
    vendor: timeBy((value) =>
      typeof value === 'number' ? epochTime(Math.trunc(value)) : undefined,
    ),
  },
  {
    name: 'no-empty-fraction',
    mistake: 'leaves a fraction out that is 0, as isoformat does in Python',
    ...{ case: 'time/milliseconds', reason: 'wrong-time' },
    vendor: tells(({ time }) => ({
      time: { ...time, instant: time.instant?.replace('.000Z', 'Z') ?? null },
    })),
  },
  {
    name: 'zero-is-nothing',
    mistake: 'takes 0 for no time',
    ...{ case: 'time/before-1970', reason: 'wrong-time' },
    vendor: timeBy((value) => (value ? undefined : unreadableTime(null))),
  },
  {
    name: 'makes-numbers',
    mistake: 'makes a number of whatever is no text, as Number does in JavaScript',
    ...{ case: 'time/wrong-types', reason: 'wrong-time' },
    also: ['time/absent'],
    vendor: timeBy((value) => (typeof value === 'string' ? undefined : epochTime(Number(value)))),
  },
  {
    name: 'reads-digits',
    mistake: 'takes a text of digits for a number',
    ...{ case: 'time/text-of-a-number', reason: 'wrong-time' },
    vendor: timeBy((value) => (/^\d+$/.test(`${value}`) ? epochTime(Number(value)) : undefined)),
  },
  {
    name: 'digits-of-the-body',
    mistake: 'gives numbers as the body writes them, not in their canonical form',
    ...{ case: 'time/written-oddly', reason: 'wrong-time' },
    whole(right, what) {
      const numbers = [...what.bodies.join().matchAll(/"action_taken_at":([^,}]+)/g)];
      return right(what).map((event, at) => {
        const original = numbers[at]?.[1] ?? null;
        return { ...event, time: { ...event.time, original } };
      });
    },
  },
  {
    name: 'reads-any-date',
    mistake: 'reads what Date.parse of JavaScript reads',
    ...{ case: 'time/text-other-forms', reason: 'wrong-time' },
    also: ['time/text-no-zone', 'time/text-impossible'],
    vendor: timeBy((value) => {
      const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
      return Number.isNaN(time) ? undefined : { ...epochTime(time), original: value as string };
    }),
  },
  {
    name: 'all-in-utc',
    mistake: 'forgets the offset once the instant is known',
    ...{ case: 'time/text-offset', reason: 'wrong-time' },
    also: ['time/text-borders'],
    vendor: tells(({ time }) => ({ time: { ...time, zone: time.zone && '+00:00' } })),
  },
  {
    name: 'fraction-as-a-number',
    mistake: 'takes .8 for 8 milliseconds',
    ...{ case: 'time/text-utc', reason: 'wrong-time' },
    vendor: timeBy((value) => {
      const padded = `${value}`.replace(/\.(\d{1,2})(?=[Z+-])/, (_, f) => `.${f.padStart(3, '0')}`);
      return padded === `${value}` ? undefined : timestampTime(padded);
    }),
  },
  {
    name: 'years-of-two-digits',
    mistake: 'takes the years 0 to 99 for those from 1900 on, as Date.UTC does in JavaScript',
    ...{ case: 'time/text-far-away', reason: 'wrong-time' },
    vendor: tells(({ time }) => ({
      time: { ...time, instant: time.instant?.replace(/^00/, '19') ?? null },
    })),
  },
  {
    name: 'digits-of-every-script',
    mistake: 'takes wide digits for digits',
    ...{ case: 'time/text-unicode-digits', reason: 'wrong-time' },
    vendor: timeBy((value) =>
      /[０-９]/.test(`${value}`) ? timestampTime(`${value}`.normalize('NFKC')) : undefined,
    ),
  },
  {
    name: 'any-offset',
    mistake: 'takes an offset as it comes, of whatever hours and minutes',
    ...{ case: 'time/text-impossible-offset', reason: 'wrong-time' },
    vendor: timeBy((value) =>
      /[+-](24|99|05:6)/.test(`${value}`)
        ? timestampTime(`${value}`.slice(0, 19).concat('Z'))
        : undefined,
    ),
  },
  {
    name: 'zone-of-the-context',
    mistake: 'names the zone of the context for every time',
    ...{ case: 'time/context-changes-nothing', reason: 'wrong-time' },
    vendor: tells(({ time }, _, { time_zone }) => ({
      time: time.zone && time_zone ? { ...time, zone_basis: 'configured', zone: time_zone } : time,
    })),
  },
];

/** @param read undefined where it makes no mistake */
function timeBy(read: (value: unknown) => Reading['time'] | undefined) {
  return tells(({ time }, { action_taken_at: value }) => ({ time: read(value) ?? time }));
}

/** So few milliseconds that they could be seconds. */
function isShort(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) < 1e11;
}
