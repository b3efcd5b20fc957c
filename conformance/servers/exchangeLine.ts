/** One request to a server and its answer as a line, without whatever is the account's. */
import { counted } from '../../fixtures/language/counted.js';
import type { Exchange } from './Asked.js';
import type { Hiding } from './hiding.js';

/** How much of a refusal's body is shown. */
const SHOWN = 200;

/** Such as `3  GET /v2/{domain}/…?page=3  200  50 records`. Of a refusal the body is shown, too. */
export function exchangeLine(
  { n, request, got, failure = '', listing }: Exchange,
  { conceal, concealBody }: Hiding,
): string {
  if (!got) return `${n}  ${request}  no answer: ${conceal(failure)}`;
  const body = got.status < 400 ? '' : concealBody(got.body).slice(0, SHOWN);
  return [
    `${n}  ${request}`,
    String(got.status),
    ...(listing ? [counted(listing.records.length, 'record')] : []),
    ...(body === '' ? [] : [body]),
  ].join('  ');
}
