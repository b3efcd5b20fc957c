/** How records are served to those who see them in one way. */
import type { FixtureRecord } from '../fixtures/language/Fixture.js';
import type { AnyVendor, EngineProfile } from './Vendor.js';

/** A vendor's form of records in one view, in a world with one profile. */
export interface SeenForm {
  shows(visibleTo: string | undefined): boolean;
  timeAsServed(time: number): number;
  readonly turnsTies: boolean;
  /** Whether records of a file are served as they stand there. */
  readonly isAsItStands: boolean;
  write(entry: FixtureRecord): string;
}

export function seenForm({ record }: AnyVendor, view: unknown, profile: EngineProfile): SeenForm {
  const isAsItStands = record.isAsItStands(view, profile);
  const write = record.writer(view, profile);
  return {
    isAsItStands,
    shows: (visibleTo) => record.shows(visibleTo, view, profile),
    timeAsServed: record.timeAsServed,
    turnsTies: record.turnsTies(profile),
    write: (entry) => (isAsItStands ? entry.json : undefined) ?? write(entry),
  };
}
