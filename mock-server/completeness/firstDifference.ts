/** Finds where two JSON values differ. */
import { isDeepStrictEqual } from 'node:util';
import { isMapping, type Path } from '../../fixtures/language/FixtureText.js';

/** The path of the first part that differs, the order of keys aside; undefined where nothing does. */
export function firstDifference(one: unknown, another: unknown, path: Path = []): Path | undefined {
  if (isDeepStrictEqual(one, another)) return undefined;
  const lists = Array.isArray(one) && Array.isArray(another);
  if (!lists && !(isMapping(one) && isMapping(another))) return path;
  const [a, b] = [one, another] as Record<string, unknown>[];
  for (const key of new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])) {
    const step = lists ? Number(key) : key;
    const found = firstDifference(a?.[key], b?.[key], [...path, step]);
    if (found) return found;
  }
  return path;
}
