/** A query as it is sent, with what names in it stand for. */
import type { Ask } from '../../specs/conformance/types.js';
import type { Trail } from './Trail.js';

/** Without the question mark; what is null is left out, a list is given several times. */
export function writtenQuery(query: NonNullable<Ask['query']>, trail: Trail): string {
  return Object.entries(query)
    .flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${encodeURIComponent(trail.filled(String(value)))}`)
    .join('&');
}
