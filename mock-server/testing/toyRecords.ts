/** Generated records that are simple enough to see at a glance what they must be. */
import type { GeneratedRecords } from '../../fixtures/generator/GeneratedRecords.js';

export interface Toy {
  length: number;
  /** Epoch milliseconds. */
  start: number;
  /** Milliseconds from one time to the next. */
  step: number;
  /** How many records have one time. */
  ties: number;
  /** The actions of a block, in which each block begins at another place; none for a vendor without. */
  block: readonly string[];
  late?: GeneratedRecords['late'];
  record(index: number, time: number, action: string | undefined): object;
}

export function toyRecords(toy: Toy): GeneratedRecords {
  const { length, start, step, ties, block, late = [] } = toy;
  const size = block.length;
  const timeOf = (index: number) => start + Math.floor(index / ties) * step;
  const actionOf = (index: number) =>
    size === 0 ? undefined : block[((index % size) + turn(Math.floor(index / size))) % size];
  const isIn = (index: number, actions: ReadonlySet<string>) => actions.has(actionOf(index) ?? '');
  const perBlock = (actions: ReadonlySet<string>) => block.filter((one) => actions.has(one)).length;
  return {
    length,
    late,
    actions: [...new Set(block)],
    timeOf,
    actionOf,
    countBefore(index, actions) {
      if (actions === undefined || size === 0) return actions ? 0 : index;
      const whole = Math.floor(index / size);
      let count = whole * perBlock(actions);
      for (let i = whole * size; i < index; i++) count += Number(isIn(i, actions));
      return count;
    },
    indexOf(rank, actions) {
      if (actions === undefined) return Math.min(rank, length);
      const each = perBlock(actions);
      if (each === 0) return length;
      let left = rank % each;
      for (let i = Math.floor(rank / each) * size; i < length; i++)
        if (isIn(i, actions) && left-- === 0) return i;
      return length;
    },
    record: (index) => toy.record(index, timeOf(index), actionOf(index)),
  };
}

/** Where a block begins in the list of its actions. */
function turn(block: number): number {
  return (block * 7) % 11;
}
