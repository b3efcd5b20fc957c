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

export const anyVendor = fc.constantFrom<VendorName>('helpshift', 'motadata', 'opsramp');
const ticket = fc.constantFrom('1', '1', '1', '2');
const second = fc.nat(60);
const small = fc.integer({ min: 1, max: 4 });
const window = fc.option(
  fc.tuple(second, second).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
  { freq: 2 },
);
const seconds = (most: number) =>
  fc.integer({ min: 1, max: most }).map((seconds) => `PT${seconds}S`);

/** Of few times, so that many are of one, over a minute. */
export const given: fc.Arbitrary<Given> = fc.record({
  half: fc.nat(20).map((n) => 7 * n),
  late: fc.option(fc.nat(120), { freq: 2 }),
  hidden: fc.boolean(),
});

/** Some are of the future. */
const added: fc.Arbitrary<Given> = fc.oneof(
  { weight: 3, arbitrary: given },
  { weight: 1, arbitrary: given.map((one) => ({ ...one, half: one.half + 7200 })) },
);

/** How many seconds go by; the clock may be set back as well. */
const passing = fc.oneof(
  { weight: 3, arbitrary: fc.nat(90) },
  { weight: 1, arbitrary: fc.integer({ min: -90, max: -1 }) },
);

type Deed = GivenFault['do'];

/** Those that change the world, or which records are served, come as often as all others. */
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.oneof(
    fc.constantFrom<Deed>('stale', 'endToken', 'revoke', { mergeTicket: '2' }, 'deleteTicket'),
    small.map((append) => ({ append })),
    fc.record({ count: small, ago: seconds(4000) }).map((append) => ({ append })),
    fc.record({ count: small, every: seconds(60) }).map((append) => ({ append })),
    fc.oneof(seconds(100), fc.constant('PT1H')).map((clock) => ({ clock })),
    fc.integer({ min: 3500, max: 3700 }).map((age) => ({ retain: `PT${age}S` })),
  ),
  fc.oneof(
    fc.constantFrom<Deed>('reset', 'close', { cut: true }, { cut: 0 }),
    fc.nat(400).map((cut) => ({ cut })),
    fc.constantFrom<Deed>('loginPage', { redirect: 'other-host' }, { status: 503 }),
    fc.constantFrom('rate-limited', 'forbidden', 'no-ticket').map((refuse) => ({ refuse })),
    fc.constantFrom('truncated', 'comma', 'quotes').map((corrupt) => ({ corrupt })),
    fc.constantFrom<Deed>({ gzip: 'whole' }, { gzip: 'cut' }),
    fc.constantFrom<Deed>({ nextPage: true }, { nextPage: false }),
    fc.constantFrom(-9, -2, -1, 1, 7).map((total) => ({ total })),
    fc.constantFrom<Deed>({ contentLength: 5 }, { contentLength: -5 }),
    fc.constantFrom<Deed>({ contentType: 'text/html' }, { date: '-PT2H' }),
  ),
);

const when = fc.record(
  {
    vendor: anyVendor,
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
  { requiredKeys: ['nth', 'times'] },
);

type Condition = keyof Drawn['when'];
const conditions: Condition[] = [
  ...(['vendor', 'endpoint', 'method', 'ticket', 'query', 'page'] as const),
  ...(['after', 'before', 'tokenAge'] as const),
];

/** Few have many conditions, as they would never happen, and few have none, as nothing else would. */
const fault: fc.Arbitrary<Drawn> = fc
  .tuple(
    when,
    deed,
    fc.constantFrom<Condition[]>(['nth'], ['nth'], ['times'], ['nth', 'times'], []),
    fc.subarray<Condition>(conditions, { maxLength: 2 }),
  )
  .map(([when, deed, counted, others]) => ({
    when: Object.fromEntries(
      [...counted, ...others].flatMap((key) => (key in when ? [[key, when[key]]] : [])),
    ),
    do: deed,
  }));

export const faults = fc.oneof(fc.constant<Drawn[]>([]), fc.array(fault, { maxLength: 5 }));

/** What may happen where most is asked of one vendor. */
export function stepsFor(main: VendorName): fc.Arbitrary<Step[]> {
  const vendor = fc.oneof(
    { weight: 4, arbitrary: fc.constant(main) },
    { weight: 1, arbitrary: anyVendor },
  );
  const doing = <Name extends string>(name: Name) => ({ do: fc.constant(name), vendor });
  const ask = fc.record({
    ...{ ...doing('ask'), ticket, page: small, size: fc.integer({ min: 1, max: 6 }) },
    ...{ desc: fc.boolean(), window, filter: fc.boolean(), zip: fc.boolean() },
    head: fc.nat(9).map((n) => n === 0),
  });
  const records = fc.array(added, { minLength: 1, maxLength: 3 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 14, arbitrary: ask },
    { weight: 2, arbitrary: fc.record(doing('fetch')) },
    { weight: 2, arbitrary: fc.record({ ...doing('append'), ticket, records }) },
    { weight: 1, arbitrary: fc.record({ ...doing('forget'), ticket, second }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('wait'), seconds: passing }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('arm'), faults }) },
    { weight: 1, arbitrary: fc.record({ ...doing('judge'), ticket, window }) },
    { weight: 1, arbitrary: fc.constant({ do: 'reset' }) },
  );
  return fc.array(step, { minLength: 1, maxLength: 25, size: 'max' });
}
