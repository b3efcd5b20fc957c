/** Judges what became of a trail that was given to a normalizer. */
import type { EventMap } from '../../specs/conformance/types.js';
import type { Ask } from '../cases/asksOf.js';
import type { NormalizerCase } from '../cases/Case.js';
import { errorsOf } from '../cases/errorsOf.js';
import type { JudgedVendor } from '../JudgedVendor.js';
import type { Normalized } from '../subjects/Subject.js';
import { judgeEvents, judgeForms } from './judgeEvents.js';
import { judgeMapped } from './judgeMapped.js';
import type { Flaw } from './Verdict.js';

/** @returns what is wrong; nothing where all is as it should be */
export function judgeNormalizer(
  one: NormalizerCase,
  { context, records }: Ask,
  outcome: Normalized,
  { name, caseTrail }: JudgedVendor,
  map?: EventMap,
): Flaw[] {
  const { kind, events } = outcome;
  if (kind === 'broken')
    return [
      {
        reason: outcome.reason,
        says: outcome.says,
        ...{ expected: 'an answer', actual: 'none that can be judged' },
      },
    ];
  if (kind === 'skip')
    return [
      {
        reason: 'skipped',
        says: `it skipped what it claims: ${outcome.reason}`,
        ...{ expected: 'what was claimed', actual: 'a skip' },
      },
    ];
  const codes = errorsOf(one);
  if (kind === 'error') {
    if (codes?.includes(outcome.code)) return [];
    const { code, message } = outcome;
    const expected = codes ? `the error ${codes.join(' or ')}` : 'events';
    const reason = codes ? 'wrong-error' : 'gave-up';
    return [{ reason, says: `it ended with ${code}: ${message}`, expected, actual: code }];
  }
  const { gives } = one;
  if (typeof gives === 'object' && 'error' in gives)
    return [
      {
        reason: 'no-error',
        says: `it made ${events.length} events of what cannot be read`,
        ...{ expected: `the error ${gives.error.join(' or ')}`, actual: 'events' },
      },
    ];
  // Where there need be none, only their form can be judged, if that is known.
  if (codes && records.length === 0) return map ? [] : judgeForms(events);
  const trail = { vendor: name, tenant: caseTrail.tenant(context), target: context.target_id };
  return map ? judgeMapped(events, records, trail, map) : judgeEvents(events, records, trail);
}
