import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readDuration } from '../../fixtures/language/readDuration.js';
import { REFUSED_AFTER } from '../judge/judgeWire.js';
import { judgedVendors } from '../vendors/index.js';
import { type Case, type ClientCase, type NormalizerCase, ROLES } from './Case.js';
import { readCases } from './readCases.js';

const names = judgedVendors.map(({ name }) => name);
const idsOf = (wrong: readonly Case[]) => wrong.map(({ id }) => id);

describe.each(names.flatMap((name) => ROLES.map((role) => [role, name] as const)))(
  'the cases for a %s of %s',
  (role, name) => {
    const cases: readonly Case[] = readCases(name, role);
    const byId = new Map(cases.map((one) => [one.id, one]));

    it('have names of their own', () => {
      expect(byId.size).toBe(cases.length);
    });

    it('that must hold stand on a rule that must hold, and not only on what nobody says', () => {
      const isFirm = ({ rules }: Case) =>
        rules.some(({ basis, level }) => basis !== 'silence' && level === 'must');
      expect(idsOf(cases.filter((one) => one.strength === 'must' && !isFirm(one)))).toEqual([]);
    });

    it('need cases that there are, and that are no less basic', () => {
      const isWrong = ({ level, needs }: Case) =>
        needs.some((need) => (byId.get(need)?.level ?? Number.POSITIVE_INFINITY) > level);
      expect(idsOf(cases.filter(isWrong))).toEqual([]);
    });

    it('need none that needs them', () => {
      const below = (one: Case, above: readonly string[] = []): readonly string[] =>
        above.includes(one.id)
          ? [one.id]
          : one.needs.flatMap((need) => below(byId.get(need) as Case, [...above, one.id]));
      expect(cases.flatMap((one) => below(one))).toEqual([]);
    });

    it('ask no more of a subject in what they need than they do themselves', () => {
      const isWrong = ({ needs, capabilities = [] }: Case) =>
        needs
          .flatMap((need) => byId.get(need)?.capabilities ?? [])
          .some((one) => !capabilities.includes(one));
      expect(idsOf(cases.filter(isWrong))).toEqual([]);
    });
  },
);

describe.each(names)('the cases for clients of %s', (name) => {
  it('hold what is to be waited for back, so long that what was sent before can be told', () => {
    const isWrong = ({ seen = [], faults = [] }: ClientCase) => {
      const held = faults.filter(({ do: deed }) => Number(deed.delay) >= REFUSED_AFTER);
      const others = faults.filter((fault) => !held.includes(fault));
      const isHeld = ({ when }: (typeof faults)[number]) =>
        held.some((one) => isDeepStrictEqual(one.when, when));
      const waits = seen.flatMap((one) => ('waited' in one ? one.waited : []));
      // Who is answered that late has waited so long without doing anything.
      const isShort = (one: string) => readDuration(one) <= REFUSED_AFTER;
      const isRight = others.length > 0 && others.every(isHeld) && !waits.some(isShort);
      return waits.length > 0 && !isRight;
    };
    expect(idsOf(readCases(name, 'client').filter(isWrong))).toEqual([]);
  });
});

describe.each(names)('the cases for normalizers of %s', (name) => {
  const cases = readCases(name, 'normalizer');

  it('say of each record what it becomes', () => {
    const isWrong = ({ records = [], gives }: NormalizerCase) =>
      typeof gives === 'object' && 'events' in gives && gives.events.length !== records.length;
    expect(idsOf(cases.filter(isWrong))).toEqual([]);
  });

  it('have either records or a number of them to be made, and what is made is known', () => {
    const isWrong = ({ records, constructed, gives }: NormalizerCase) =>
      constructed === undefined ? gives === 'constructed' : !!records || gives !== 'constructed';
    expect(idsOf(cases.filter(isWrong))).toEqual([]);
  });

  it('are given in no other way where their bodies are written out', () => {
    const isWrong = ({ bodies, vary = [] }: NormalizerCase) =>
      bodies !== undefined && vary.some((way) => way !== 'repeat');
    expect(idsOf(cases.filter(isWrong))).toEqual([]);
  });
});
