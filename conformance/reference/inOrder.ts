/** Losses as an event has them: each once, in the order of the schema's list. */
import type { EventLoss } from '../../specs/audit-event/types.js';
import { readSpec } from '../../specs/readSpec.js';
import type { Losses } from './VendorNormalizer.js';

const { $defs } = readSpec('audit-event/event.schema.json') as {
  $defs: { Loss: { enum: EventLoss[] } };
};
const LOSSES = $defs.Loss.enum;
const bits = new Map(LOSSES.map((loss, place) => [loss, 2 ** place]));

/** Most records lose what others have lost. */
const known = new Map<number, readonly EventLoss[]>();

export function inOrder(...lists: readonly Losses[]): EventLoss[] {
  let set = 0;
  for (const list of lists)
    for (const loss of list) if (loss !== undefined) set |= bits.get(loss) as number;
  let list = known.get(set);
  if (list === undefined) {
    list = LOSSES.filter((_, place) => set & (2 ** place));
    known.set(set, list);
  }
  return [...list];
}
