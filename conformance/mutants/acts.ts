/** A vendor's normalizer that takes somebody who is named for somebody else. */
import type { EventActor } from '../../specs/audit-event/types.js';
import type { Raw } from '../reference/VendorNormalizer.js';
import { tells, type VendorChange } from './tells.js';

/** @param change what is told otherwise of the actor */
export function acts(
  change: (actor: EventActor, record: Raw) => Partial<EventActor>,
): VendorChange {
  return tells(({ actor }, record) =>
    actor ? { actor: { ...actor, ...change(actor, record) } } : {},
  );
}
