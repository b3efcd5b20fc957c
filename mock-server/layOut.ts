/** Writes listed records as they are served. */
import type { FixtureRecord } from '../fixtures/language/Fixture.js';
import type { SeenForm } from './SeenForm.js';
import type { TrailRecord } from './Trail.js';

/** Those that may be seen, in the order in which a trail takes them: oldest first, and ties as they are served. */
export function layOut(records: readonly FixtureRecord[], form: SeenForm): TrailRecord[] {
  const inTime = records
    .filter(({ visibleTo }) => form.shows(visibleTo))
    .sort((a, b) => a.time - b.time);
  const ordered = form.turnsTies ? inTime.reverse() : inTime;
  return ordered.map((entry) => ({
    time: form.timeAsServed(entry.time),
    json: form.write(entry),
    entry,
  }));
}
