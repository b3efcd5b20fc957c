import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dataFile } from '../../specs/dataFile.js';
import { judgedVendors } from '../vendors/index.js';
import { type Case, ROLES } from './Case.js';
import { readCases } from './readCases.js';
import { strengthOf } from './strengthOf.js';
import { suiteVersion } from './suiteVersion.js';

/** Every id that a case has ever had; nothing is taken from it. */
const file = dataFile('specs/conformance/ids.txt');
const released = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];

const cases = judgedVendors.flatMap(({ name }) =>
  ROLES.flatMap((role): readonly Case[] => readCases(name, role)),
);
const ids = cases.map(({ id }) => id);
const former = cases.flatMap(({ formerly = [] }) => formerly);

describe('the ids of cases', () => {
  it('are all in the list of ids; if not, npm run generate', async () => {
    const all = [...new Set([...released, ...ids, ...former])].sort();
    await expect(`${all.join('\n')}\n`).toMatchFileSnapshot(file);
  });

  it('never vanish: who has another now says so in `formerly`', () => {
    const known = new Set([...ids, ...former]);
    expect(released.filter((id) => !known.has(id))).toEqual([]);
  });

  it('are never used again once they are former ones', () => {
    const names = [...ids, ...former];
    expect(names.filter((id, at) => names.indexOf(id) !== at)).toEqual([]);
  });

  it('came with a version of the suite that there is', () => {
    const number = (version: string) => version.split('.').map(Number) as [number, number];
    const [major, minor] = number(suiteVersion());
    const isLater = ({ since = '1.0' }: Case) => {
      const [itsMajor, itsMinor] = number(since);
      return itsMajor > major || (itsMajor === major && itsMinor > minor);
    };
    expect(cases.filter(isLater).map(({ id }) => id)).toEqual([]);
  });
});

describe('how firmly a case must hold', () => {
  const must = { strength: 'must' } as const;

  it.each([
    ['as it says, if it was there at first', must, '1.0', { strength: 'must' }],
    ['as it says, if it came before', { ...must, since: '1.1' }, '1.2', { strength: 'must' }],
    [
      'less in the version with which it came',
      { ...must, since: '1.9' },
      '1.9',
      { strength: 'should', mustFrom: '1.10' },
    ],
    [
      'as it says, if it only should',
      { strength: 'should', since: '1.1' } as const,
      '1.1',
      { strength: 'should' },
    ],
  ])('is %s', (_, one, version, strength) => {
    expect(strengthOf(one, false, version)).toEqual(strength);
  });

  it('is all where that is wanted, new or not', () => {
    expect(strengthOf({ ...must, since: '1.1' }, true, '1.1')).toEqual({ strength: 'must' });
  });
});
