/** Writes a generated ticket's records as a fixture lists them. */
import type { GeneratedRecords } from '../../fixtures/generator/GeneratedRecords.js';

/**
 * A function that gives the record at an index as JSON, in a frame where it becomes visible late;
 * it must be asked from the first on, one after the other.
 */
export function entryWriter(generated: GeneratedRecords): (index: number) => string {
  const { late } = generated;
  let next = 0;
  return (index) => {
    const record = generated.record(index);
    if (late[next]?.index !== index) return JSON.stringify(record);
    const { visibleFrom } = late[next++] as (typeof late)[0];
    const visibleAfter = durationOf(visibleFrom - generated.timeOf(index));
    return JSON.stringify({ visibleAfter, record });
  };
}

function durationOf(milliseconds: number): string {
  return `PT${milliseconds / 1000}S`;
}
