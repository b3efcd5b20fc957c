/** What may be told of a body whose content is nobody's business. */
import type { Exchange } from './Asked.js';

export function bodyKind({ got, body }: Exchange): string {
  const type = got?.headers['content-type'] ?? 'no type';
  const kind = body === undefined ? 'no JSON' : Array.isArray(body) ? 'a list' : typeof body;
  return `${kind}, ${type}`;
}
