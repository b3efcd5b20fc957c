/** Reads the query of a request target. */
import { parse } from 'node:querystring';

/**
 * Name to value, decoded, `+` being a blank.
 * @param which the value that counts of a name that is given more than once
 */
export function readParameters(
  target: string,
  which: 'first' | 'last',
): ReadonlyMap<string, string> {
  const start = target.indexOf('?');
  const parameters = new Map<string, string>();
  if (start < 0) return parameters;
  const parsed = parse(target.slice(start + 1), '&', '=', { maxKeys: 0 });
  for (const name in parsed) {
    const value = parsed[name];
    parameters.set(
      name,
      (Array.isArray(value) ? value.at(which === 'last' ? -1 : 0) : value) ?? '',
    );
  }
  return parameters;
}
