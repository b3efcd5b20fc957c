/** Holds what a client delivered against the events that it should have. */
import type { SessionPart } from '../SessionPart.js';
import type { DeliveryVerdict } from '../Simulator.js';
import type { Delivered } from './Deliveries.js';
import type { Judgement } from './judge.js';
import { type Expected, recognise } from './recognise.js';
import { saysLost, saysMissing } from './says.js';
import { EXPLAINED, tell, tellAll } from './tell.js';
import type { Event, Walk } from './Walk.js';

/** @param others events that the client may have delivered as well, by what it asked the simulator for */
export function judgeDelivery(
  part: SessionPart,
  walk: Walk,
  { events, first, causes }: Judgement,
  others: readonly Event[],
  delivered: readonly Delivered[],
): DeliveryVerdict {
  const known = new Map([...others, ...events].map((event) => [event.identity, event]));
  const expected = [...known.keys()].map((identity) => servedAs(walk, identity));
  const { timeKey } = part.vendor.language;
  const { matches, altered, unclear } = recognise(delivered, expected, timeKey);
  const wanted = new Set(events.map(({ identity }) => identity));
  const own = matches.map((match) => (match === undefined || wanted.has(match) ? match : null));
  const counts = new Map<number, number>();
  for (const match of own)
    if (typeof match === 'number') counts.set(match, (counts.get(match) ?? 0) + 1);
  const invented = [...own.keys()].filter((at) => own[at] === undefined);
  const changed = altered.filter(({ at }) => own[at] !== null);
  const missing = events.filter(({ identity }) => !counts.has(identity));
  const repeated = events.filter(({ identity }) => (counts.get(identity) ?? 0) > 1);
  const lacking = tellAll(part, walk, missing, ({ identity }) => {
    const answer = first.get(identity);
    if (answer)
      return { class: 'lost-by-client', between: [answer.given.n], says: saysLost(answer.given.n) };
    const cause = causes.get(identity);
    return cause && { ...cause, says: saysMissing(cause) };
  });
  const kinds = [missing, repeated, invented, changed];
  return {
    judged: !unclear,
    ...(unclear && { because: unclear }),
    received: delivered.length,
    missing: missing.length,
    missingBecause: lacking.counts,
    repeated: repeated.length,
    invented: invented.length,
    altered: changed.length,
    order: orderOf(own.flatMap((match) => known.get(match ?? -1)?.time ?? [])),
    faithful: !unclear && kinds.every(({ length }) => length === 0),
    missingEvents: lacking.told,
    repeatedEvents: repeated.slice(0, EXPLAINED).map((event) => ({
      ...tell(part, walk, event),
      times: counts.get(event.identity) as number,
    })),
    inventedAt: invented.slice(0, EXPLAINED),
    alteredAt: changed.slice(0, EXPLAINED),
  };
}

/** The record as clients read it. */
export function servedAs({ whole }: Walk, identity: number): Expected {
  const entry = whole.recordAt(whole.positionOf(identity) as number);
  const text = whole.write(entry);
  return {
    ...{ identity, text },
    record() {
      try {
        return JSON.parse(text);
      } catch {
        // A switch makes it what is no JSON.
        return entry.record;
      }
    },
  };
}

function orderOf(times: readonly number[]): DeliveryVerdict['order'] {
  const goes = (right: (a: number, b: number) => boolean) =>
    times.every((time, i) => i === 0 || right(times[i - 1] as number, time));
  if (goes((a, b) => a <= b)) return 'ascending';
  return goes((a, b) => a >= b) ? 'descending' : 'mixed';
}
