import { describe, expect, it } from 'vitest';
import { targets } from './targets.js';

/** Of servers that had their core for themselves. */
const rounds = (...rates) => rates.map((perSecond) => ({ perSecond, cpu: 1000 / perSecond }));
const contender = (name, ...rates) => ({ name, title: name, rounds: rounds(...rates) });

describe('targets', () => {
  it('are of those who could run', () => {
    const contenders = [contender('bare', 100), contender('ours', 60), contender('express')];
    expect(targets({ contenders })).toEqual([
      {
        ...{ what: 'ours, over bare', wanted: '≥ 0.5', found: '0.60' },
        ...{ byCpu: '0.60', verdict: 'met' },
      },
    ]);
  });

  it('are of pairs, round by round', () => {
    const pairs = [{ titles: ['on', 'off'], ones: rounds(8, 90), others: rounds(10, 100) }];
    expect(targets({ pairs })).toMatchObject([
      { what: 'on, over off', found: '0.85 (0.83–0.88)', verdict: 'missed' },
    ]);
  });

  it('are inconclusive where something else had the core of a server, whatever the ratio is', () => {
    const ones = rounds(8).map((round) => ({ ...round, cpu: round.cpu / 2 }));
    const pairs = [{ titles: ['on', 'off'], ones, others: rounds(8) }];
    expect(targets({ pairs })).toMatchObject([{ found: '1.00', verdict: 'inconclusive' }]);
  });

  it('are of a start that may take longer, and no more than that', () => {
    const start = { ours: [{ took: 240 }, { took: 260 }], express: [{ took: 100 }, { took: 100 }] };
    expect(targets({ start })).toMatchObject([{ wanted: '≤ 2.5', verdict: 'inconclusive' }]);
  });

  it('are of memory, beside the JSON that is in it', () => {
    const listed = { json: 100, used: 130, resident: 200 };
    expect(targets({ memory: { generated: 0.01, listed } })).toMatchObject([
      { found: '0.0100', verdict: 'met' },
      { found: '1.30', verdict: 'missed' },
    ]);
  });
});
