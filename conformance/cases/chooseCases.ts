/** Chooses cases by patterns: ids in which `*` stands for part of a step, and `**` for any steps. */
import { FixtureError } from '../../fixtures/language/FixtureError.js';
import { nearest } from '../../fixtures/language/nearest.js';

interface Named {
  id: string;
  formerly?: readonly string[];
}

/** A case that a user calls by a name that it had before. */
export interface Renamed {
  was: string;
  now: string;
}

/** The cases that patterns choose. */
export interface Chosen<Case extends Named> {
  chosen: Case[];
  /** Those that were chosen by a former id alone. */
  renamed: Renamed[];
}

/**
 * Those whose id fits one of the patterns, or else one of their former ids; all without patterns.
 * @throws FixtureError where a pattern fits none
 */
export function chooseCases<Case extends Named>(
  cases: readonly Case[],
  patterns: readonly string[],
): Chosen<Case> {
  if (patterns.length === 0) return { chosen: [...cases], renamed: [] };
  const chosen = new Set<Case>();
  const renamed: Renamed[] = [];
  for (const pattern of patterns) {
    const fits = expressionOf(pattern);
    const found = cases.filter(({ id }) => fits.test(id));
    const before = found.length > 0 ? [] : formerNames(cases, fits);
    if (found.length + before.length === 0) throw noSuchCase(sayNone(pattern, cases));
    for (const one of [...found, ...before.map((former) => former.one)]) chosen.add(one);
    renamed.push(...before.map(({ was, one }) => ({ was, now: one.id })));
  }
  return { chosen: cases.filter((one) => chosen.has(one)), renamed };
}

function formerNames<Case extends Named>(cases: readonly Case[], fits: RegExp) {
  return cases.flatMap((one) =>
    (one.formerly ?? []).filter((was) => fits.test(was)).map((was) => ({ was, one })),
  );
}

/** Such as `x is now called y`. */
export function aboutRenamed({ was, now }: Renamed): string {
  return `${was} is now called ${now}`;
}

/** What a user wants that there is not. */
export function noSuchCase(message: string): FixtureError {
  return new FixtureError([{ file: '[patterns]', path: '', message }]);
}

function expressionOf(pattern: string): RegExp {
  const source = pattern
    .split(/(\*\*|\*)/)
    .map((part) => {
      if (part === '**') return '.*';
      return part === '*' ? '[^/]*' : part.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
    })
    .join('');
  return new RegExp(`^${source}$`);
}

function sayNone(pattern: string, cases: readonly { id: string }[]): string {
  const ids = cases.map(({ id }) => id);
  const meant = nearest(pattern, ids) ?? ids.find((id) => id.includes(pattern.replaceAll('*', '')));
  const hint = meant === undefined ? 'see auditrig list cases' : `did you mean ${meant}?`;
  return `no case is called ${JSON.stringify(pattern)}; ${hint}`;
}
