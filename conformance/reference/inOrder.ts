/** Losses as an event has them: each once, in the order of the schema's list. */
import type { EventLoss } from '../../specs/audit-event/types.js';
import { readSpec } from '../../specs/readSpec.js';

const { $defs } = readSpec('audit-event/event.schema.json') as {
  $defs: { Loss: { enum: EventLoss[] } };
};
const places = new Map($defs.Loss.enum.map((loss, place) => [loss, place]));
const placeOf = (loss: EventLoss) => places.get(loss) as number;

export function inOrder(losses: Iterable<EventLoss>): EventLoss[] {
  return [...new Set(losses)].sort((a, b) => placeOf(a) - placeOf(b));
}
