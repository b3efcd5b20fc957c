/** A generated ticket's records as a fixture lists them. */
import type { GeneratedRecords } from '../../fixtures/generator/GeneratedRecords.js';

/** Oldest first: each as JSON, in a frame where it becomes visible late. */
export function* entries(generated: GeneratedRecords): Generator<string, void> {
  const { length, late } = generated;
  let next = 0;
  for (let index = 0; index < length; index++) {
    const record = generated.record(index);
    const delayed = late[next]?.index === index ? late[next++] : undefined;
    yield JSON.stringify(
      delayed
        ? { visibleAfter: durationOf(delayed.visibleFrom - generated.timeOf(index)), record }
        : record,
    );
  }
}

function durationOf(milliseconds: number): string {
  return `PT${milliseconds / 1000}S`;
}
