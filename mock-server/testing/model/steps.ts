/** What may happen in a run of the model, drawn at random. */
import fc from 'fast-check';
import type { GivenFault } from '../../Simulator.js';
import type { PlainFault, VendorName } from './PlainFault.js';

/** A request for a ticket's records; what a vendor does not know of it is left out. */
export interface Ask {
  vendor: VendorName;
  ticket: string;
  page: number;
  size: number;
  desc: boolean;
  /** Seconds after the beginning, both inclusive. */
  window: [since: number, until: number] | null;
  filter: boolean;
  head: boolean;
  /** Whether gzip is taken. */
  zip: boolean;
}

/** A record that is listed or added: half seconds after the beginning, and how many seconds late. */
export interface Given {
  half: number;
  late: number | null;
  hidden: boolean;
}

export type Step =
  | ({ do: 'ask' } & Ask)
  | { do: 'fetch'; vendor: VendorName }
  | { do: 'append'; vendor: VendorName; ticket: string; records: Given[] }
  | { do: 'forget'; vendor: VendorName; ticket: string; second: number }
  | { do: 'wait'; seconds: number }
  | { do: 'arm'; faults: Drawn[] }
  | { do: 'judge'; vendor: VendorName; ticket: string; window: [number, number] | null }
  | { do: 'reset' };

export type Drawn = PlainFault['given'];

export const TICKETS = ['1', '2'];

const vendor = fc.constantFrom<VendorName>('helpshift', 'motadata', 'opsramp');
const ticket = fc.constantFrom('1', '1', '1', '2');
const second = fc.nat(60);
const small = fc.integer({ min: 1, max: 4 });
const window = fc.option(
  fc.tuple(second, second).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
  { freq: 2 },
);
const seconds = (most: number) =>
  fc.integer({ min: 1, max: most }).map((seconds) => `PT${seconds}S`);

export const given: fc.Arbitrary<Given> = fc.record({
  half: fc.nat(120),
  late: fc.option(fc.nat(120), { freq: 2 }),
  hidden: fc.boolean(),
});

/** Some are of the future. */
const added: fc.Arbitrary<Given> = fc.oneof(
  { weight: 4, arbitrary: given },
  { weight: 1, arbitrary: given.map((one) => ({ ...one, half: one.half + 7200 })) },
);

const deed: fc.Arbitrary<GivenFault['do']> = fc.oneof(
  fc.constantFrom<GivenFault['do']>(
    ...['reset', 'close', 'loginPage', 'stale', 'revoke', 'endToken', 'deleteTicket'],
    ...[{ refuse: 'rate-limited' }, { refuse: 'forbidden' }, { refuse: 'no-ticket' }],
    ...[{ status: { code: 503, retryAfter: 2 } }, { status: { code: 500 } }],
    ...[{ corrupt: 'truncated' }, { corrupt: 'comma' }, { corrupt: 'quotes' }],
    ...[{ gzip: 'whole' }, { gzip: 'cut' }, { redirect: 'other-host' }, { mergeTicket: '2' }],
    ...[{ nextPage: true }, { nextPage: false }, { contentType: 'text/html' }, { date: '-PT2H' }],
    ...[{ contentLength: 5 }, { contentLength: -5 }, { clock: 'PT1H' }, { cut: true }, { cut: 0 }],
  ),
  fc.nat(400).map((cut) => ({ cut })),
  fc
    .integer({ min: -9, max: 9 })
    .filter((more) => more !== 0)
    .map((total) => ({ total })),
  small.map((append) => ({ append })),
  small.map((append) => ({ append })),
  fc.record({ count: small, ago: seconds(4000) }).map((append) => ({ append })),
  fc.record({ count: small, every: seconds(90) }).map((append) => ({ append })),
  seconds(100).map((clock) => ({ clock })),
  fc.integer({ min: 3500, max: 3700 }).map((age) => ({ retain: `PT${age}S` })),
);

const when = fc.record(
  {
    vendor,
    endpoint: fc.constantFrom('audit-log' as const, 'audit-log' as const, 'token' as const),
    method: fc.constantFrom('GET', 'POST', 'HEAD'),
    ticket,
    query: fc.constantFrom<Record<string, string>>({ page: '2' }, { pageNo: '1' }),
    page: small,
    after: seconds(90),
    before: seconds(200),
    tokenAge: seconds(90),
    nth: fc.oneof(
      small,
      small.map((n) => `every ${n}`),
      fc.tuple(small, small).map(([from, more]) => `${from}..${from + more}`),
      small.map((from) => `${from}..`),
    ),
    times: small,
  },
  { requiredKeys: [] },
);

/** Most have few conditions, as else none would ever happen. */
const fault: fc.Arbitrary<Drawn> = fc
  .tuple(when, deed, fc.uniqueArray(fc.constantFrom(...conditions()), { maxLength: 3 }))
  .map(([when, deed, some]) => ({
    when: Object.fromEntries(some.flatMap((key) => (key in when ? [[key, when[key]]] : []))),
    do: deed,
  }));

function conditions() {
  return [
    ...(['vendor', 'endpoint', 'method', 'ticket', 'query', 'page'] as const),
    ...(['after', 'before', 'tokenAge', 'nth', 'nth', 'nth', 'times', 'times'] as const),
  ];
}

export const faults = fc.array(fault, { maxLength: 5 });

const ask = fc.record({
  ...{ do: fc.constant('ask' as const), vendor, ticket, page: small },
  ...{ size: fc.integer({ min: 1, max: 6 }), desc: fc.boolean(), window, filter: fc.boolean() },
  ...{ head: fc.nat(9).map((n) => n === 0), zip: fc.boolean() },
});

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: ask },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('fetch' as const), vendor }) },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ do: fc.constant('append' as const), vendor, ticket },
      records: fc.array(added, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('forget' as const), vendor, ticket, second }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.nat(90) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('arm' as const), faults }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('judge' as const), vendor, ticket, window }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'reset' as const }) },
);
