/** Which cases there are, whether or not a run asks them, and what they were called before. */
import { nearest } from '../../fixtures/language/nearest.js';
import { type Case, ROLES } from '../cases/Case.js';
import { readCases } from '../cases/readCases.js';

export interface CaseIds {
  /** The id that a case has now, of one that it has or had; undefined where there is none. */
  now(id: string): string | undefined;
  /** The id that was probably meant. */
  nearest(id: string): string | undefined;
}

/** @param vendors the names of all */
export function caseIds(vendors: readonly string[]): CaseIds {
  // Those of one vendor and role alone, as to read all takes a while.
  const beside = (id: string) => {
    const [vendor = '', name] = id.split('/');
    const role = ROLES.find((one) => one === name);
    return role && vendors.includes(vendor) ? readCases(vendor, role) : [];
  };
  const all = (): readonly Case[] =>
    vendors.flatMap((vendor) => ROLES.flatMap((role): readonly Case[] => readCases(vendor, role)));
  return {
    now: (id) => beside(id).find((one) => one.id === id || one.formerly?.includes(id))?.id,
    nearest: (id) => {
      const cases: readonly Case[] = beside(id);
      const known = cases.length > 0 ? cases : all();
      return nearest(
        id,
        known.map((one) => one.id),
      );
    },
  };
}
