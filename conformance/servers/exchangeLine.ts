/** One request to a server and its answer as a line, without whatever is the account's. */
import { counted } from '../../fixtures/language/counted.js';
import type { Exchange } from './Asked.js';
import { bodyKind } from './bodyKind.js';
import type { Hiding } from './hiding.js';

/** How much of a refusal's body is shown. */
const SHOWN = 200;

/**
 * Such as `3  GET /v2/{domain}/…?page=3  200  50 records  [late]`. Of a refusal the body is shown, too.
 * @param names by which the case speaks of it
 */
export function exchangeLine(
  exchange: Exchange,
  names: readonly string[],
  { conceal, concealBody }: Hiding,
): string {
  const { n, request, got, failure = '', listing } = exchange;
  const named = `[${names.join(', ')}]`;
  if (!got) return `${n}  ${request}  no answer: ${conceal(failure)}  ${named}`;
  // A page for people says nothing in a line.
  const isShown = got.status >= 400 && got.body !== '' && !/^\s*</.test(got.body);
  const content = isShown
    ? concealBody(got.body).replace(/\s+/g, ' ').slice(0, SHOWN)
    : bodyKind(exchange);
  return [
    `${n}  ${request}`,
    String(got.status),
    listing ? counted(listing.records.length, 'record') : content,
    named,
  ].join('  ');
}
