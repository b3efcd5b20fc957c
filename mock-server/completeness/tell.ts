/** Tells people of events. */
import { findMarkers } from '../../fixtures/generator/marker.js';
import { instant } from '../../fixtures/language/instant.js';
import type { SessionPart } from '../SessionPart.js';
import type { ToldEvent } from '../Simulator.js';
import { saysMissing } from './says.js';
import type { Walk } from './Walk.js';
import { type Cause, type Event, whyMissing } from './whyMissing.js';

/** So many of a kind are told. */
export const EXPLAINED = 1000;

export function tell({ vendor }: SessionPart, { whole }: Walk, { identity, time, action }: Event) {
  const { record } = whole.recordAt(whole.positionOf(identity) as number);
  const [marker] = findMarkers(JSON.stringify(record));
  return {
    time: instant(time),
    ...(action !== undefined && { action }),
    gist: vendor.language.gist(record),
    ...(marker && {
      marker: `ar-${marker.ticket}-${marker.index.toString(36).padStart(7, '0')}`,
    }),
  };
}

export function tellCause(
  part: SessionPart,
  walk: Walk,
  event: Event,
  cause: Cause<string>,
  says: string,
): ToldEvent {
  return { ...tell(part, walk, event), cause: cause.class, between: cause.between, says };
}

/** Of an event that was never served whole. */
export function tellMissing(part: SessionPart, walk: Walk, event: Event): ToldEvent {
  const cause = whyMissing(event, walk);
  return tellCause(part, walk, event, cause, saysMissing(cause));
}

export function countsOf(events: readonly ToldEvent[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { cause } of events) counts[cause] = (counts[cause] ?? 0) + 1;
  return counts;
}
