/** A ticket's generated and listed records in one order of time, without a list of them. */

import type { GeneratedRecords } from '../fixtures/generator/GeneratedRecords.js';
import type { FixtureRecord, FixtureTicket } from '../fixtures/language/Fixture.js';
import { firstIndex, firstPosition } from './firstPosition.js';
import type { LateRecord } from './LateRecords.js';

type Actions = ReadonlySet<string> | undefined;

/** Where a record comes from: its index among the listed ones in order of time, or among the generated ones. */
type Origin = { listed: number } | { generated: number };

const NONE: GeneratedRecords = {
  length: 0,
  actions: [],
  timeOf: () => Number.NaN,
  actionOf: () => undefined,
  countBefore: () => 0,
  indexOf: () => 0,
  record: () => ({}),
  late: [],
};

/** A position counts from the oldest; of one time, listed records stand behind generated ones. */
export class MergedRecords {
  readonly length: number;
  readonly late: readonly LateRecord[];
  readonly #generated: GeneratedRecords;
  readonly #listed: readonly FixtureRecord[];
  /** How many generated records stand before each listed one. */
  readonly #before: readonly number[];
  /** The indexes of listed records with each action, rising. */
  readonly #ofAction = new Map<string, number[]>();
  /** When generated records become visible that are late, by index. */
  readonly #visibleFrom: ReadonlyMap<number, number>;

  constructor({ records, generated = NONE }: Pick<FixtureTicket, 'records' | 'generated'>) {
    this.#generated = generated;
    this.#listed = records.toSorted((a, b) => a.time - b.time);
    this.#before = this.#listed.map(({ time }) =>
      firstIndex(generated.length, (index) => generated.timeOf(index) > time),
    );
    this.length = generated.length + records.length;
    for (const [index, { action }] of this.#listed.entries()) {
      if (action === undefined) continue;
      const known = this.#ofAction.get(action);
      if (known) known.push(index);
      else this.#ofAction.set(action, [index]);
    }
    this.#visibleFrom = new Map(
      generated.late.map(({ index, visibleFrom }) => [index, visibleFrom]),
    );
    this.late = [
      ...generated.late.map(({ index, visibleFrom }) => ({
        position: index + firstPosition(this.#before, (before) => before > index),
        visibleFrom,
        action: generated.actionOf(index),
      })),
      ...this.#listed.flatMap(({ visibleFrom, action }, index) =>
        visibleFrom === undefined
          ? []
          : [{ position: (this.#before[index] as number) + index, visibleFrom, action }],
      ),
    ];
  }

  /** When the record at a position was made; epoch milliseconds. */
  timeAt(position: number): number {
    const origin = this.#originOf(position);
    return 'listed' in origin
      ? (this.#listed[origin.listed] as FixtureRecord).time
      : this.#generated.timeOf(origin.generated);
  }

  /** The record at a position; a generated one is made anew each time. */
  at(position: number): FixtureRecord {
    const origin = this.#originOf(position);
    return 'listed' in origin
      ? (this.#listed[origin.listed] as FixtureRecord)
      : this.#make(origin.generated);
  }

  /** The index of the record at a position among the generated ones; undefined where it is listed. */
  generatedAt(position: number): number | undefined {
    const origin = this.#originOf(position);
    return 'generated' in origin ? origin.generated : undefined;
  }

  /** How many records before a position have one of the actions; of all, where none are given. */
  countBefore(position: number, actions?: Actions): number {
    const listed = this.#listedBefore(position);
    const generated = this.#generated.countBefore(position - listed, actions);
    if (actions === undefined) return generated + listed;
    return [...actions].reduce(
      (sum, action) =>
        sum + firstPosition(this.#ofAction.get(action) ?? [], (index) => index >= listed),
      generated,
    );
  }

  /** The positions of records with one of the actions, rising from a position on. */
  *positionsFrom(position: number, actions?: Actions): Generator<number, void> {
    let listed = this.#listedBefore(position);
    let rank = this.#generated.countBefore(position - listed, actions);
    for (;;) {
      const index = this.#generated.indexOf(rank++, actions);
      for (; (this.#before[listed] ?? Number.POSITIVE_INFINITY) <= index; listed++) {
        const { action = '' } = this.#listed[listed] as FixtureRecord;
        if (actions?.has(action) ?? true) yield (this.#before[listed] as number) + listed;
      }
      if (index >= this.#generated.length) return;
      yield index + listed;
    }
  }

  #make(index: number): FixtureRecord {
    return {
      time: this.#generated.timeOf(index),
      action: this.#generated.actionOf(index),
      visibleFrom: this.#visibleFrom.get(index),
      record: this.#generated.record(index),
    };
  }

  #originOf(position: number): Origin {
    const listed = this.#listedBefore(position);
    return (this.#before[listed] ?? Number.POSITIVE_INFINITY) + listed === position
      ? { listed }
      : { generated: position - listed };
  }

  /** How many listed records stand before a position. */
  #listedBefore(position: number): number {
    return firstIndex(
      this.#listed.length,
      (index) => (this.#before[index] as number) + index >= position,
    );
  }
}
