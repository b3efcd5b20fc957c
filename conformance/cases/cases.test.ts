import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readDuration } from '../../fixtures/language/readDuration.js';
import { REFUSED_AFTER } from '../judge/judgeWire.js';
import { judgedVendors } from '../vendors/index.js';
import type { Case } from './Case.js';
import { readCases } from './readCases.js';

describe.each(judgedVendors.map(({ name }) => name))('the cases for clients of %s', (name) => {
  const cases = readCases(name, 'client');
  const byId = new Map(cases.map((one) => [one.id, one]));
  const idsOf = (wrong: readonly Case[]) => wrong.map(({ id }) => id);

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

  it('hold what is to be waited for back, so long that what was sent before can be told', () => {
    const isWrong = ({ seen = [], faults = [] }: Case) => {
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
    expect(idsOf(cases.filter(isWrong))).toEqual([]);
  });

  it('ask no more of a client in what they need than they do themselves', () => {
    const isWrong = ({ needs, capabilities = [] }: Case) =>
      needs
        .flatMap((need) => byId.get(need)?.capabilities ?? [])
        .some((one) => !capabilities.includes(one));
    expect(idsOf(cases.filter(isWrong))).toEqual([]);
  });
});
