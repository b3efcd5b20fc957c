/** Normalizers that are wrong in a way that any vendor's can be. */
import type { AuditEvent } from '../../specs/audit-event/types.js';
import type { NormalizerMutant } from './NormalizerMutant.js';

/** Another event in the place of each. */
function each(
  change: (event: AuditEvent, at: number, all: readonly AuditEvent[]) => object,
): NonNullable<NormalizerMutant['whole']> {
  return (right, what) => right(what).map(change);
}

export const normalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'empties',
    mistake: 'makes no events',
    case: 'documented/records',
    reason: 'lost-events',
    whole: () => [],
  },
  {
    name: 'numbers-them',
    mistake: 'takes the place in the trail for the ordinal',
    case: 'documented/records',
    reason: 'wrong-ordinal',
    whole: each((event, ordinal) => ({ ...event, source: { ...event.source, ordinal } })),
  },
];
