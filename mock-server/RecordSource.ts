/** A ticket's records in order of time, wherever they come from. */
import type { GeneratedRecords } from '../fixtures/generator/GeneratedRecords.js';
import type { FixtureRecord } from '../fixtures/language/Fixture.js';
import { firstPosition } from '../fixtures/language/firstPosition.js';
import type { LateRecord } from './LateRecords.js';

/** A position counts from the oldest. */
export interface RecordSource {
  readonly length: number;
  /** Epoch milliseconds; never falls as the position rises. */
  timeAt(position: number): number;
  /** A generated one is made anew each time. */
  at(position: number): FixtureRecord;
  actionAt(position: number): string | undefined;
  /** How many before a position have one of the actions; of all, where none are given. */
  countBefore(position: number, actions?: ReadonlySet<string>): number;
  /** The positions of those with one of the actions, rising from a position on. */
  positionsFrom(position: number, actions?: ReadonlySet<string>): Iterable<number>;
  readonly late: readonly LateRecord[];
}

/** Generated records as such. */
export function generatedSource(generated: GeneratedRecords): RecordSource {
  const { late } = generated;
  const visibleFrom = (index: number) => {
    const one = late[firstPosition(late, (other) => other.index >= index)];
    return one?.index === index ? one.visibleFrom : undefined;
  };
  return {
    length: generated.length,
    timeAt: (position) => generated.timeOf(position),
    at: (position) => ({
      time: generated.timeOf(position),
      action: generated.actionOf(position),
      visibleFrom: visibleFrom(position),
      record: generated.record(position),
    }),
    actionAt: (position) => generated.actionOf(position),
    countBefore: (position, actions) => generated.countBefore(position, actions),
    *positionsFrom(position, actions) {
      let rank = generated.countBefore(position, actions);
      for (;;) {
        const next = generated.indexOf(rank++, actions);
        if (next >= generated.length) return;
        yield next;
      }
    },
    late: late.map(({ index, visibleFrom }) => ({
      position: index,
      visibleFrom,
      action: generated.actionOf(index),
    })),
  };
}
