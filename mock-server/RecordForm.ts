/** How a vendor serves records: to whom, found by which time, in which order, and written how. */
import type { FixtureRecord } from '../fixtures/language/Fixture.js';

export interface RecordForm<Profile, View> {
  /** Whether a view has the records that are for one kind of readers only, or for all where that is undefined. */
  shows(visibleTo: string | undefined, view: View, profile: Profile): boolean;
  /** The time by which a record is sorted and found; it may be coarser than its own, and never falls as that rises. Both are epoch milliseconds. */
  timeAsServed(time: number): number;
  /** Whether records that are served with one time stand the other way round than they were made. */
  turnsTies(profile: Profile): boolean;
  /** Whether records of a file are served as they stand there. */
  isAsItStands(view: View, profile: Profile): boolean;
  /** Writes a record as JSON, or as what the vendor takes for it. */
  writer(view: View, profile: Profile): (entry: FixtureRecord) => string;
}
