/** A rule in words, with its place on the page. */
import type { Rule } from '../../specs/rules.js';

export function aboutRule({ id, says, at, basis }: Rule): string {
  const place = at ?? (basis === 'silence' ? 'no page says' : undefined);
  return `${id}: ${says}${place === undefined ? '' : ` (${place})`}`;
}
