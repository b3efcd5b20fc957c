/** Reads the query of a request target, once per request: many times as fast as what knows all kinds of queries. */
import { unescape as unescaped } from 'node:querystring';

const ESCAPED = /%[\da-f]{2}/i;

/**
 * Name to value, decoded, `+` being a blank.
 * @param which the value that counts of a name that is given more than once
 */
export function readParameters(
  target: string,
  which: 'first' | 'last',
): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  const query = target.indexOf('?') + 1;
  if (query === 0) return parameters;
  for (let start = query; start < target.length; ) {
    const next = target.indexOf('&', start);
    const end = next < 0 ? target.length : next;
    const equals = target.indexOf('=', start);
    const split = equals < 0 || equals > end ? end : equals;
    const name = decoded(target.slice(start, split));
    if (end > start && (which === 'last' || !parameters.has(name)))
      parameters.set(name, decoded(target.slice(split + 1, end)));
    start = end + 1;
  }
  return parameters;
}

function decoded(text: string): string {
  const blank = text.includes('+') ? text.replaceAll('+', ' ') : text;
  return ESCAPED.test(blank) ? unescaped(blank) : blank;
}
