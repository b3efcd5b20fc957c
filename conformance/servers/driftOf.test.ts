import { describe, expect, it } from 'vitest';
import type { Switch } from '../../specs/switches.js';
import type { ServerCase } from '../cases/Case.js';
import type { Verdict } from '../judge/Verdict.js';
import { driftOf } from './driftOf.js';

const NAME = 'colour';
const one = {
  ...{ name: NAME, default: 'red', values: ['red', 'blue', 'green'] },
} as unknown as Switch;

function asked(basis = 'silence'): ServerCase {
  return {
    ...{ id: 'toy/server/a/b', rules: [{ id: 'toy/rule', basis }] },
    silence: { switch: NAME },
  } as unknown as ServerCase;
}

const verdict = (parts: Partial<Verdict>): Verdict => ({
  ...{ case: 'toy/server/a/b', verdict: 'pass', milliseconds: 0 },
  ...parts,
});
const found = (...values: string[]) => verdict({ found: { switch: NAME, values } });

describe('drift', () => {
  it('has the value of a switch where it is not the default, and else only its name', () => {
    const told = driftOf([asked()], [found('blue')], [one], {});
    expect(told.answers).toMatchObject([{ switch: NAME, value: 'blue', usual: 'red' }]);
    expect(driftOf([asked()], [found('red')], [one], {})).toMatchObject({
      ...{ usual: [NAME], answers: [], open: [] },
    });
  });

  it('leaves open what several values fit', () => {
    for (const values of [
      ['red', 'blue'],
      ['blue', 'green'],
    ])
      expect(driftOf([asked()], [found(...values)], [one], {})).toMatchObject({
        ...{ usual: [], answers: [] },
        open: [{ switch: NAME, because: `its answers fit ${values.join(' and ')}` }],
      });
  });

  it('says why no answer tells a switch', () => {
    const open = (...args: Parameters<typeof driftOf>) => driftOf(...args).open;
    expect(open([], [], [one], { [NAME]: 'nobody sees it' })).toEqual([
      { switch: NAME, because: 'nobody sees it' },
    ]);
    const skipped = verdict({ verdict: 'skip', because: 'not there' });
    expect(open([asked()], [skipped], [one], {})).toEqual([{ switch: NAME, because: 'not there' }]);
  });

  it('from the page is only what somebody has said', () => {
    const failed = verdict({
      verdict: 'fail',
      flaws: [{ reason: 'refused', says: 'it is refused', expected: '', actual: '' }],
    });
    const page = (basis: string) => driftOf([asked(basis)], [failed], [], {}).page;
    expect(page('page')).toMatchObject([{ rules: ['toy/rule'], says: 'it is refused' }]);
    expect([page('silence'), page('ours')]).toEqual([[], []]);
  });
});
