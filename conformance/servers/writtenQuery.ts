/** A query as it is sent, with what names in it stand for. */
import type { Ask } from '../../specs/conformance/types.js';
import type { Trail } from './Trail.js';

/**
 * Without the question mark; what is null is left out, a list is given several times.
 * @param kept names that stay in their braces
 */
export function writtenQuery(
  query: NonNullable<Ask['query']>,
  trail: Trail,
  kept: readonly string[],
): string {
  const written = (piece: string) =>
    kept.includes(piece.slice(1, -1)) ? piece : encodeURIComponent(trail.filled(piece));
  return Object.entries(query)
    .flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
    .filter(([, value]) => value !== null)
    .map(([name, value]) => {
      const pieces = String(value).split(/(\{\w+\})/);
      return `${name}=${pieces.map(written).join('')}`;
    })
    .join('&');
}
