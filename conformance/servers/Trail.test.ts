import { describe, expect, it } from 'vitest';
import { Trail } from './Trail.js';
import { toyServer } from './testing/toyServer.js';

const at = (time: number, kind = 'a') => ({ time, kind });
const trail = (...records: object[]) => new Trail(records, { ...toyServer, step: 5 }, 90, 95);

describe('a trail', () => {
  it('has the oldest record first, whichever way it was read', () => {
    expect(trail(at(3), at(2), at(1)).records).toEqual([at(1), at(2), at(3)]);
    expect(trail(at(1), at(2), at(3)).records).toEqual([at(1), at(2), at(3)]);
  });

  it('names different times in order, and steps from them', () => {
    const named = trail(at(9), at(10), at(10), at(100));
    expect(named.times).toEqual([9, 10, 100]);
    expect(
      ['first', 'middle', 'last', 'until', 'last+1', 'first-2'].map((name) => named.time(name)),
    ).toEqual([9, 10, 100, 90, 105, -1]);
  });

  it('names the commonest kind first', () => {
    const { kinds } = trail(at(1, 'x'), at(2, 'y'), at(3, 'y'));
    expect(kinds).toEqual(['y', 'x']);
  });

  it('has a third that makes three pages at most', () => {
    const thirds = [1, 3, 4, 6, 7].map((count) =>
      trail(...Array.from({ length: count }, (_, i) => at(i))).number('third'),
    );
    expect(thirds).toEqual([1, 1, 2, 2, 3]);
  });
});
