/** Holds what a client delivered against the events that it should have. */
import type { SessionPart } from '../SessionPart.js';
import type { DeliveryVerdict } from '../Simulator.js';
import type { Delivered } from './Deliveries.js';
import type { Judgement } from './judge.js';
import { recognise } from './recognise.js';
import { saysLost } from './says.js';
import { countsOf, EXPLAINED, tell, tellCause, tellMissing } from './tell.js';
import type { Walk, WalkAnswer } from './Walk.js';
import type { Event } from './whyMissing.js';

export function judgeDelivery(
  part: SessionPart,
  walk: Walk,
  { events, first }: Judgement,
  delivered: readonly Delivered[],
): DeliveryVerdict {
  const expected = events.map(({ identity }) => ({ identity, record: servedAs(walk, identity) }));
  const { timeKey } = part.vendor.language;
  const { counts, order, invented, altered } = recognise(delivered, expected, timeKey);
  const missing = events.filter(({ identity }) => !counts.has(identity));
  const repeated = events.filter(({ identity }) => (counts.get(identity) ?? 0) > 1);
  const missingEvents = missing.slice(0, EXPLAINED).map((event) => {
    const answer = first.get(event.identity);
    return answer ? lost(part, walk, event, answer) : tellMissing(part, walk, event);
  });
  const kinds = [missing, repeated, invented, altered];
  return {
    received: delivered.length,
    missing: missing.length,
    missingBecause: countsOf(missingEvents),
    repeated: repeated.length,
    invented: invented.length,
    altered: altered.length,
    order: orderOf(order, events),
    faithful: kinds.every(({ length }) => length === 0),
    missingEvents,
    repeatedEvents: repeated.slice(0, EXPLAINED).map((event) => ({
      ...tell(part, walk, event),
      times: counts.get(event.identity) as number,
    })),
    inventedAt: invented.slice(0, EXPLAINED),
    alteredAt: altered.slice(0, EXPLAINED).map(({ at, path }) => ({ at, path })),
  };
}

function lost(part: SessionPart, walk: Walk, event: Event, { given: { n } }: WalkAnswer) {
  return tellCause(part, walk, event, { class: 'lost-by-client', between: [n] }, saysLost(n));
}

/** The record as clients read it. */
function servedAs({ whole }: Walk, identity: number): unknown {
  const entry = whole.recordAt(whole.positionOf(identity) as number);
  try {
    return JSON.parse(whole.write(entry));
  } catch {
    // A switch makes it what is no JSON.
    return entry.record;
  }
}

function orderOf(order: readonly number[], events: readonly Event[]): DeliveryVerdict['order'] {
  const times = new Map(events.map(({ identity, time }) => [identity, time]));
  const told = order.map((identity) => times.get(identity) as number);
  const goes = (right: (a: number, b: number) => boolean) =>
    told.every((time, i) => i === 0 || right(told[i - 1] as number, time));
  if (goes((a, b) => a <= b)) return 'ascending';
  return goes((a, b) => a >= b) ? 'descending' : 'mixed';
}
