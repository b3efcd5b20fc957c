/** Normalizers of OpsRamp's records that tell another time. */
import type { NormalizerMutant } from '../../../mutants/NormalizerMutant.js';
import { takesFor } from '../../../mutants/takesFor.js';
import { tells } from '../../../mutants/tells.js';

const timeAs = (change: (text: string) => string) =>
  takesFor(({ createdTime: text }) =>
    typeof text === 'string' ? { createdTime: change(text) } : {},
  );

export const timeNormalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'utc-by-default',
    mistake: 'takes a time without an offset for UTC',
    ...{ case: 'time/no-offset', reason: 'wrong-time' },
    vendor: timeAs((text) => (/T[\d:.]+$/.test(text) ? `${text}Z` : text)),
  },
  {
    name: 'cuts-the-offset',
    mistake: 'reads the time of day and not the offset',
    ...{ case: 'time/offsets', reason: 'wrong-time' },
    vendor: timeAs((text) => text.replace(/[+-]\d\d:?\d\d$/, '+0000')),
  },
  {
    name: 'all-in-utc',
    mistake: 'forgets the offset once it has the instant',
    ...{ case: 'time/offsets', reason: 'wrong-time' },
    vendor: tells(({ time }) => ({ time: { ...time, zone: time.zone && '+00:00' } })),
  },
  {
    name: 'to-the-second',
    mistake: 'drops fractions of a second',
    ...{ case: 'time/fractions', reason: 'wrong-time' },
    vendor: timeAs((text) => text.replace(/\.\d{1,3}/, '')),
  },
  {
    name: 'milliseconds-always',
    mistake: 'writes instants as toISOString does',
    ...{ case: 'time/offsets', reason: 'wrong-time' },
    vendor: tells(({ time }) => ({
      time: { ...time, instant: time.instant && new Date(time.instant).toISOString() },
    })),
  },
  {
    name: 'mends-the-plus',
    mistake: 'takes a blank before the offset for the plus that was lost',
    ...{ case: 'time/other-forms', reason: 'wrong-time' },
    vendor: timeAs((text) => text.replace(/ (\d{4})$/, '+$1')),
  },
  {
    name: 'rolls-over',
    mistake: 'takes a day that is not in the calendar for one of the next month',
    ...{ case: 'time/no-such-day', reason: 'wrong-time' },
    vendor: timeAs((text) =>
      text.replace(/^([1-9]\d{3})-(\d\d)-(\d\d)/, (_, year, month, day) =>
        new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).toISOString().slice(0, 10),
      ),
    ),
  },
  {
    name: 'years-of-two-digits',
    mistake: 'takes a year below 100 for one of the last century, as Date.UTC does',
    ...{ case: 'time/long-ago', reason: 'wrong-time' },
    vendor: timeAs((text) => text.replace(/^00(\d\d)/, '19$1')),
  },
  {
    name: 'no-time-no-text',
    mistake: 'forgets what it cannot read as a time',
    ...{ case: 'time/no-such-time', reason: 'wrong-time' },
    vendor: tells(({ time }) => ({ time: time.precision ? time : { ...time, original: null } })),
  },
  {
    name: 'numbers-are-epochs',
    mistake: 'takes a number for milliseconds since 1970',
    ...{ case: 'time/absent', reason: 'wrong-time' },
    vendor: takesFor(({ createdTime }) =>
      typeof createdTime === 'number' ? { createdTime: new Date(createdTime).toISOString() } : {},
    ),
  },
];
