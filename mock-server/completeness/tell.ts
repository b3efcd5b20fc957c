/** Tells people of events. */
import { findMarkers } from '../../fixtures/generator/marker.js';
import { instant } from '../../fixtures/language/instant.js';
import type { SessionPart } from '../SessionPart.js';
import type { ToldEvent } from '../Simulator.js';
import type { Cause } from './Missed.js';
import type { Event, Walk } from './Walk.js';

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

/**
 * Counts events by their causes, and tells of the first of each cause.
 * @param why undefined where it was not looked into
 */
export function tellAll(
  part: SessionPart,
  walk: Walk,
  events: readonly Event[],
  why: (event: Event) => (Cause<string> & { says: string }) | undefined,
): { counts: Record<string, number>; told: ToldEvent[] } {
  const counts: Record<string, number> = {};
  const told: ToldEvent[] = [];
  for (const event of events) {
    const cause = why(event);
    const name = cause?.class ?? 'unexplained';
    const count = (counts[name] ?? 0) + 1;
    counts[name] = count;
    if (!cause || count > EXPLAINED) continue;
    const { between, says } = cause;
    told.push({ ...tell(part, walk, event), cause: name, between, says });
  }
  return { counts, told };
}
