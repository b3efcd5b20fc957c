/** What a normalizer is asked for a case: its trail as it is written, and then in other ways. */
import type {
  CaseBody,
  ExpectedEvent,
  WrittenNormalizerCase,
} from '../../specs/conformance/types.js';
import type { Context } from '../reference/VendorNormalizer.js';
import type { NormalizerCase } from './Case.js';
import type { CaseTrail } from './CaseTrail.js';
import { Draw } from './Draw.js';

export type Variation = NonNullable<WrittenNormalizerCase['vary']>[number];

export interface Ask {
  /** In which way the trail is given once more; undefined the first time; or that it is another one, which is right. */
  varied: Variation | 'control' | undefined;
  context: Context;
  bodies: readonly string[];
  /** The records in the bodies, in their order; where an error is expected they may be none. */
  records: readonly ExpectedRecord[];
}

export interface ExpectedRecord {
  record: object;
  /** Undefined where only what every event must have is asked. */
  event: ExpectedEvent | undefined;
}

/** Records on a page. */
const PAGE = 500;

/** @param seed what constructed records and the variations are made from */
export function asksOf(one: NormalizerCase, trail: CaseTrail, seed: number): Ask[] {
  const draw = new Draw(seed, one.id);
  const context = contextOf(one, trail);
  const records = recordsOf(one, trail, draw);
  const write = (some: readonly ExpectedRecord[], cuts: readonly number[]) =>
    bodiesOf(
      some.map(({ record }) => record),
      cuts,
      trail,
    );
  const first: Ask = {
    ...{ varied: undefined, context, records },
    bodies: one.bodies?.map(textOf) ?? write(records, everyPage(records.length)),
  };
  const varied = (one.vary ?? []).map((varied): Ask => {
    if (varied === 'repeat') return { ...first, varied };
    const some = changed(varied, records.map(unnumbered), draw);
    const cuts = varied === 'pages' ? anyCuts(records.length, draw) : everyPage(some.length);
    return { varied, context, records: some, bodies: write(some, cuts) };
  });
  return [first, ...varied, ...controlOf(first, one, trail)];
}

/** Who makes nothing of anything is not right where nothing can be made. */
function controlOf({ records }: Ask, { gives }: NormalizerCase, trail: CaseTrail): Ask[] {
  const isError = typeof gives === 'object' && ('error' in gives || 'allOr' in gives);
  if (records.length > 0 && !isError) return [];
  const right = [{ record: trail.plain, event: undefined }];
  const bodies = bodiesOf([trail.plain], [1], trail);
  return [{ varied: 'control', context: trail.context, records: right, bodies }];
}

function contextOf({ context = {} }: NormalizerCase, trail: CaseTrail): Context {
  const all = Object.entries({ ...trail.context, ...context });
  return Object.fromEntries(all.filter(([, value]) => value !== null)) as unknown as Context;
}

function recordsOf(
  { records = [], constructed, gives }: NormalizerCase,
  trail: CaseTrail,
  draw: Draw,
): ExpectedRecord[] {
  if (constructed !== undefined)
    return Array.from({ length: constructed }, () => trail.construct(draw));
  const eventOf = (at: number) => {
    if (typeof gives !== 'object') return undefined;
    if ('every' in gives) return gives.every;
    return 'events' in gives ? gives.events[at] : undefined;
  };
  return records.map((record, at) => ({ record, event: eventOf(at) }));
}

/** Of identical records, which is the first is told by the order. */
function unnumbered({ record, event }: ExpectedRecord): ExpectedRecord {
  if (!event) return { record, event };
  const { id: _, source, ...rest } = event;
  const { ordinal: __, ...where } = source ?? {};
  return { record, event: { ...rest, source: where } };
}

function changed(
  varied: Variation,
  records: readonly ExpectedRecord[],
  draw: Draw,
): ExpectedRecord[] {
  if (varied === 'order') {
    const shuffled = draw.shuffled(records);
    const isAsBefore = shuffled.every((one, at) => one === records[at]);
    return isAsBefore ? shuffled.reverse() : shuffled;
  }
  if (varied === 'subset') {
    // The first one stays, so that there is one, and of several some other goes.
    const some = records.filter((_, at) => at === 0 || draw.once(2));
    return some.length < records.length ? some : records.slice(0, Math.max(1, records.length - 1));
  }
  if (varied === 'keys')
    return records.map(({ record, event }) => ({ record: turned(record) as object, event }));
  return [...records];
}

/** The same with the keys of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
}

/** Where pages end that are full. */
function everyPage(count: number): number[] {
  const pages = Math.max(1, Math.ceil(count / PAGE));
  return Array.from({ length: pages }, (_, page) => Math.min(count, (page + 1) * PAGE));
}

/** Where pages end, some of which have one record or none. */
function anyCuts(count: number, draw: Draw): number[] {
  const cuts = Array.from({ length: 2 + draw.below(6) }, () => draw.below(count + 1));
  return [...cuts, count].sort((a, b) => a - b);
}

function bodiesOf(records: readonly object[], ends: readonly number[], trail: CaseTrail): string[] {
  return ends.map((end, at) => {
    const place = { page: at + 1, pages: ends.length, total: records.length };
    return JSON.stringify(trail.body(records.slice(ends[at - 1] ?? 0, end), place));
  });
}

function textOf(body: CaseBody): string {
  if (typeof body === 'string') return body;
  const { before, open, times, close, after } = body;
  return before + open.repeat(times) + close.repeat(times) + after;
}
