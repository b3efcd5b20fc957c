/** What of records that are added was perhaps not meant. */
import { counted } from '../fixtures/language/counted.js';
import type { FixtureRecord } from '../fixtures/language/Fixture.js';
import { instant } from '../fixtures/language/instant.js';

/**
 * A line where some are older than all of the trail, as those are whose times are of another unit.
 * @param first when the trail begins, in epoch milliseconds; undefined where it is empty
 */
export function appendedNotes(
  added: readonly FixtureRecord[],
  first: number | undefined,
): readonly string[] {
  const older = added.findIndex(({ time }) => first !== undefined && time < first);
  if (older < 0) return [];
  const count = added.filter(({ time }) => time < (first as number)).length;
  const { time } = added[older] as FixtureRecord;
  return [
    `${counted(count, 'record')} older than all of the trail, which begins at ${instant(first as number)}: records[${older}] is of ${instant(time)}`,
  ];
}
