import { UTCDate } from '@date-fns/utc';
import { format as written } from 'date-fns';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { EventLoss } from '../../specs/audit-event/types.js';
import { ClientError } from './ClientError.js';
import { inOrder } from './inOrder.js';
import { localTimeReader } from './localTimeReader.js';

const USUAL = 'EEE, MMM dd, yyyy hh:mm aaa';
const FORMATS = [
  USUAL,
  "EEEE, d MMMM yyyy 'at' h:mm:ss aa",
  "dd.MM.yyyy HH:mm 'o''clock'",
  'yyyy-MM-dd HH:mm:ss',
  'M/d/yyyy, H:mm',
  "''yyyy'' MMM d | a hh.mm",
];
const ZONES = [
  ...['UTC', 'Asia/Kolkata', 'America/New_York', 'Europe/Berlin', 'America/St_Johns'],
  ...[
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Africa/Casablanca',
    'Asia/Kathmandu',
    'Pacific/Chatham',
  ],
];
/** Clock changes, forwards and back, and a day that Apia left out. */
const CHANGES = [
  '2025-03-09T07:00:00Z',
  '2025-11-02T06:00:00Z',
  '2025-03-30T01:00:00Z',
  '2025-10-26T01:00:00Z',
  '2025-04-05T15:00:00Z',
  '2025-10-04T15:30:00Z',
  '2011-12-30T10:00:00Z',
].map((instant) => Date.parse(instant));

const HOUR = 3_600_000;
const seconds = (min: number, max: number) =>
  fc.integer({ min: min / 1000, max: max / 1000 }).map((second) => second * 1000);
/** Times on a clock, as if it showed UTC. */
const walls = fc.oneof(
  seconds(Date.UTC(1972, 0), Date.UTC(2100, 0)),
  fc
    .tuple(fc.constantFrom(...CHANGES), seconds(-28 * HOUR, 28 * HOUR))
    .map(([change, by]) => change + by),
);

/** What another implementation says of a time on a clock. */
function expected(wall: number, zone: string): { time: number; loss: EventLoss | undefined } {
  const local = Temporal.Instant.fromEpochMilliseconds(wall)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime();
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    local.toZonedDateTime(zone, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  const same = earlier.epochMilliseconds === later.epochMilliseconds;
  const shown = earlier.toPlainDateTime().equals(local);
  return {
    // Where clocks are put forward, the offset from before the change gives the later time.
    time: (shown ? earlier : later).epochMilliseconds,
    loss: same ? undefined : shown ? 'time.local_ambiguous' : 'time.local_nonexistent',
  };
}

describe('local times', () => {
  for (const format of FORMATS)
    it(`written as ${format} are read back, at clock changes too`, () => {
      const hasSeconds = format.includes('s');
      // What stands for itself is in the case in which it stands there.
      const hasText = /'[^']/.test(format);
      fc.assert(
        fc.property(walls, fc.constantFrom(...ZONES), fc.boolean(), (wall, zone, isUpper) => {
          const text = written(new UTCDate(wall), format);
          const given = isUpper && !hasText ? text.toUpperCase() : text;
          const { time, losses } = localTimeReader(format, zone)(given);
          const told = hasSeconds ? wall : Math.floor(wall / 60_000) * 60_000;
          const other = expected(told, zone);
          expect(time).toEqual({
            instant: `${new Date(other.time).toISOString().slice(0, 19)}Z`,
            precision: hasSeconds ? 'second' : 'minute',
            ...{ zone_basis: 'configured', zone, original: given },
          });
          expect(inOrder(losses)).toEqual(
            inOrder([
              other.loss,
              hasSeconds ? undefined : 'time.minute_precision',
              'time.zone_configured',
            ]),
          );
        }),
        { numRuns: 400 },
      );
    });

  it('have letters in any case, and all else as the format has it', () => {
    const read = localTimeReader("{yyyy-MM-dd} 'É@' HH:mm", 'UTC');
    expect(read('{2025-01-01} É@ 00:00').time.precision).toBe('minute');
    for (const wrong of ['[2025-01-01] É@ 00:00', '{2025-01-01} é@ 00:00', '{2025-01-01} É` 00:00'])
      expect(read(wrong).time.precision).toBeNull();
  });

  it('are read at every hour of both halves of a day', () => {
    const read = localTimeReader('yyyy-MM-dd hh:mm aaa', 'UTC');
    const hours = Array.from({ length: 24 }, (_, hour) => {
      const text = `2025-01-01 ${String(hour % 12 || 12).padStart(2, '0')}:00 ${hour < 12 ? 'am' : 'pm'}`;
      return read(text).time.instant;
    });
    expect(hours).toEqual(
      Array.from({ length: 24 }, (_, hour) => `2025-01-01T${String(hour).padStart(2, '0')}:00:00Z`),
    );
  });

  it('tell of another weekday than the date has, with a zone and without', () => {
    for (const zone of ['UTC', undefined]) {
      const read = localTimeReader(USUAL, zone);
      for (const [day, isWrong] of [
        ['Wed', false],
        ['wED', false],
        ['Tue', true],
      ] as const) {
        const { losses } = read(`${day}, Oct 08, 2025 01:07 pm`);
        expect(losses.includes('time.weekday_mismatch')).toBe(isWrong);
      }
    }
  });

  it('have the weekdays of the calendar, from the first year to the last', () => {
    const read = localTimeReader('EEEE yyyy-MM-dd HH:mm', undefined);
    const days = fc.integer({ min: -719_528, max: 2_932_896 });
    fc.assert(
      fc.property(days, (day) => {
        const date = new UTCDate(day * 24 * HOUR);
        const iso = date.toISOString().slice(0, 10);
        const name = date.toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' });
        expect(inOrder(read(`${name} ${iso} 00:00`).losses)).toEqual(['time.minute_precision']);
      }),
      { numRuns: 300 },
    );
  });

  it('have no instant where nobody says the zone', () => {
    const original = 'Wed, Oct 08, 2025 01:07 pm';
    expect(localTimeReader(USUAL, undefined)(original).time).toEqual({
      ...{ instant: null, precision: 'minute', zone_basis: 'unknown', zone: null, original },
    });
  });

  for (const wrong of [
    ...['', ' Wed, Oct 08, 2025 01:07 pm', 'Wed, Oct 08, 2025 01:07 pm ', '2025-10-08 13:07'],
    ...['Wed, Oct 8, 2025 01:07 pm', 'Wed, Oct 08, 2025 1:07 pm', 'Wed, Oct 08, 2025 13:07 pm'],
    ...['Wed, Oct 08, 2025 00:07 am', 'Wed, Oct 08, 2025 01:60 pm', 'Fri, Feb 29, 2025 01:07 pm'],
    ...['Wed, Oct 00, 2025 01:07 pm', 'Fri, Apr 31, 2025 01:07 pm', 'Wed, Okt 08, 2025 01:07 pm'],
    ...[
      'Wed, Oct 08, 2025 01:07',
      'Wednesday, Oct 08, 2025 01:07 pm',
      'Wed, Oct ٠٨, 2025 01:07 pm',
    ],
    ...[
      'Fri, Dec 31, 9999 11:07 pm',
      'Sat, Jan 01, 0000 01:07\u00a0pm',
      '\u017fat, Jan 01, 2000 01:07 pm',
    ],
  ])
    it(`are unreadable and nothing else as ${JSON.stringify(wrong)}`, () => {
      expect(localTimeReader(USUAL, 'Pacific/Pago_Pago')(wrong)).toEqual({
        time: {
          ...{ instant: null, precision: null, zone_basis: 'unknown', zone: null },
          original: wrong,
        },
        losses: [],
      });
    });

  it('are read on the 29th of February of leap years, and in the first year', () => {
    const read = localTimeReader('yyyy-MM-dd HH:mm', 'UTC');
    const instants = ['2024', '2000', '0000', '2100', '1900'].map(
      (year) => read(`${year}-02-29 00:00`).time.instant,
    );
    expect(instants).toEqual([
      ...['2024-02-29T00:00:00Z', '2000-02-29T00:00:00Z', '0000-02-29T00:00:00Z'],
      ...[null, null],
    ]);
  });

  it('take the earlier of two, and the offset from before the change for none', () => {
    const read = localTimeReader('yyyy-MM-dd HH:mm', 'America/New_York');
    expect(read('2025-11-02 01:30').time.instant).toBe('2025-11-02T05:30:00Z');
    expect(read('2025-03-09 02:30').time.instant).toBe('2025-03-09T07:30:00Z');
  });

  it('have the seconds of an offset that has some', () => {
    const read = localTimeReader('yyyy-MM-dd HH:mm', 'Africa/Monrovia');
    expect(read('1971-06-01 00:00').time.instant).toBe('1971-06-01T00:44:30Z');
  });

  it('are the same objects to nobody', () => {
    const read = localTimeReader(USUAL, 'UTC');
    const text = 'Wed, Oct 08, 2025 01:07 pm';
    expect(read(text).time).not.toBe(read(text).time);
  });
});

describe('a context', () => {
  for (const zone of ['', 'Mars/Olympus', '+05:30', '-08', 'Z', 'America/New York', 'not a zone'])
    it(`is refused with the zone ${JSON.stringify(zone)}`, () => {
      expect(codeOf(() => localTimeReader(USUAL, zone))).toBe('invalid_request');
    });

  for (const format of [
    ...[
      '',
      'yyyy',
      'MM dd HH:mm',
      'yyyy dd HH:mm',
      'yyyy MM HH:mm',
      'yyyy MM dd mm',
      'yyyy MM dd HH',
    ],
    ...[
      'yyyy MM dd hh:mm',
      'yyyy MM dd h:mm',
      'yy MM dd HH:mm',
      'yyyy MMMMM dd HH:mm',
      'yyyy MM ddd HH:mm',
    ],
    ...['yyyy MM dd HH:mm z', 'yyyy MM ddTHH:mm', 'yyyy MM dd HH:m', 'E yyyy MM dd HH:mm'],
    ...[
      "yyyy MM dd HH:mm 'at",
      'yyyy MM dd d HH:mm',
      'yyyy MM MMM dd HH:mm',
      'yyyy MM dd HH hh:mm a',
    ],
  ])
    it(`is refused with the format ${JSON.stringify(format)}`, () => {
      expect(codeOf(() => localTimeReader(format, 'UTC'))).toBe('invalid_request');
    });

  it('is taken with letters that are no symbols in quotation marks, and others anywhere', () => {
    const read = localTimeReader("yyyy年MM月dd日 'Zeit:' HH:mm", 'UTC');
    expect(read('2025年10月08日 Zeit: 13:07').time.instant).toBe('2025-10-08T13:07:00Z');
    expect(read('2025年10月08日 zEIT: 13:07').time.precision).toBeNull();
  });
});

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ClientError) return error.code;
    throw error;
  }
  return 'nothing thrown';
}
