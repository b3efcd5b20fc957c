/** Plays one case for normalizers: gives its trail, then in other ways once more, and judges. */
import { isDeepStrictEqual } from 'node:util';
import type { AuditEvent } from '../../specs/audit-event/types.js';
import type { EventMap } from '../../specs/conformance/types.js';
import { type Ask, asksOf, type Variation } from '../cases/asksOf.js';
import type { NormalizerCase } from '../cases/Case.js';
import type { JudgedVendor } from '../JudgedVendor.js';
import { judgeNormalizer } from '../judge/judgeNormalizer.js';
import type { EventReason, Flaw, Verdict } from '../judge/Verdict.js';
import type { Normalized, NormalizerConversation } from '../subjects/Subject.js';
import type { How } from './judgeAll.js';

export interface NormalizerStage extends How {
  vendor: JudgedVendor;
  /** Where events of another shape have what is judged. */
  map?: EventMap | undefined;
}

const WAYS: Readonly<Record<Variation, { reason: EventReason; says: string }>> = {
  order: { reason: 'depends-on-order', says: 'with its records in another order' },
  pages: { reason: 'depends-on-pages', says: 'cut into other pages' },
  subset: { reason: 'depends-on-others', says: 'without some of its records' },
  keys: { reason: 'depends-on-keys', says: 'with its keys in another order' },
  repeat: { reason: 'depends-on-before', says: 'given once more' },
};

export async function playNormalizer(
  one: NormalizerCase,
  conversation: NormalizerConversation,
  { vendor, timeout, seed, map }: NormalizerStage,
): Promise<Verdict> {
  const start = performance.now();
  const asks = asksOf(one, vendor.caseTrail, seed);
  let flaws: Flaw[] = [];
  let first: readonly unknown[] = [];
  for (const ask of asks) {
    const { context, bodies, varied } = ask;
    const what = { vendor: vendor.name, context, bodies };
    const outcome = await conversation.normalize(what, timeout);
    const asked = varied === 'control' ? { ...one, gives: 'constructed' as const } : one;
    flaws = judgeNormalizer(asked, ask, outcome, vendor, map);
    if (varied === undefined) first = outcome.events;
    else if (varied === 'control')
      flaws = flaws.map((flaw) => ({ ...flaw, says: `of a trail that is right, ${flaw.says}` }));
    else flaws = variedFlaws(varied, flaws, map ? [] : first, outcome);
    if (flaws.length > 0) {
      const milliseconds = Math.round(performance.now() - start);
      return { case: one.id, verdict: 'fail', flaws, exchange: exchangeOf(ask), milliseconds };
    }
  }
  const milliseconds = Math.round(performance.now() - start);
  return { case: one.id, verdict: 'pass', milliseconds };
}

/** What went well the first time, and does not any more. */
function variedFlaws(
  varied: Variation,
  flaws: readonly Flaw[],
  first: readonly unknown[],
  { kind, events }: Normalized,
): Flaw[] {
  const { reason, says } = WAYS[varied];
  if (flaws.length > 0)
    return flaws.map((flaw) => ({
      ...flaw,
      // Who does not answer at all may be late, or have crashed, whatever it was asked.
      ...(kind !== 'broken' && { reason }),
      says: `${says}, ${flaw.says}`,
    }));
  const before = new Map((first as AuditEvent[]).map((event) => [event.id, event]));
  const other = (events as AuditEvent[]).find(
    (event) =>
      before.has(event.id) && !isDeepStrictEqual(sorted(before.get(event.id)), sorted(event)),
  );
  if (!other) return [];
  const [expected, actual] = [JSON.stringify(before.get(other.id)), JSON.stringify(other)];
  return [{ reason, says: `${says}, ${other.id} is another event`, expected, actual }];
}

/** Its losses may come in any order, and another one each time. */
function sorted(event: AuditEvent | undefined) {
  return event && { ...event, loss: [...event.loss].sort() };
}

/** How much of the bodies is shown. */
const SHOWN = 2000;

function exchangeOf({ context, bodies }: Ask): string[] {
  return [
    `context ${JSON.stringify(context)}`,
    ...bodies
      .slice(0, 3)
      .map((body, at) => `body ${at}: ${body.length > SHOWN ? `${body.slice(0, SHOWN)}…` : body}`),
  ];
}
