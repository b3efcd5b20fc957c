/** Finds where the times begin that a vendor serves, in records that are computed. */
import { BLOCK } from '../fixtures/generator/Block.js';
import { firstIndex } from '../fixtures/language/firstPosition.js';
import type { RecordSource } from './RecordSource.js';
import type { SeenForm } from './SeenForm.js';

/** The position of the first record whose time as served passes; the length where there is none. */
export function firstServed(
  records: RecordSource,
  { timeAsServed }: SeenForm,
  passes: (time: number) => boolean,
): number {
  // Generated ones are told for less where a block of them begins.
  return firstIndex(
    records.length,
    (position) => passes(timeAsServed(records.timeAt(position))),
    BLOCK,
  );
}
