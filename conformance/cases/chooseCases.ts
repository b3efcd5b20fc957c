/** Chooses cases by patterns: ids in which `*` stands for part of a step, and `**` for any steps. */
import { FixtureError } from '../../fixtures/language/FixtureError.js';
import { nearest } from '../../fixtures/language/nearest.js';

/**
 * Those whose id fits one of the patterns; all without patterns.
 * @throws FixtureError where a pattern fits none
 */
export function chooseCases<Case extends { id: string }>(
  cases: readonly Case[],
  patterns: readonly string[],
): Case[] {
  if (patterns.length === 0) return [...cases];
  const chosen = new Set<Case>();
  for (const pattern of patterns) {
    const fits = expressionOf(pattern);
    const found = cases.filter(({ id }) => fits.test(id));
    if (found.length === 0) throw noSuchCase(sayNone(pattern, cases));
    for (const one of found) chosen.add(one);
  }
  return cases.filter((one) => chosen.has(one));
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
