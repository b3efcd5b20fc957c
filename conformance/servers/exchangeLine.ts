/** One request to a server and its answer as a line, without whatever is the account's. */
import { counted } from '../../fixtures/language/counted.js';
import type { Exchange } from './Asked.js';

/** How much of a refusal's body is shown. */
const SHOWN = 200;

/**
 * Such as `3  GET /v2/{domain}/…?page=3  200  50 records`. Of a refusal the body is shown, too.
 * @param secrets what is shown as dots, wherever it stands
 */
export function exchangeLine(
  { n, request, got, failure, listing }: Exchange,
  secrets: readonly string[],
): string {
  if (!got) return `${n}  ${request}  no answer: ${failure}`;
  const body = got.status < 400 ? '' : hidden(got.body, secrets).slice(0, SHOWN);
  return [
    `${n}  ${request}`,
    String(got.status),
    ...(listing ? [counted(listing.records.length, 'record')] : []),
    ...(body === '' ? [] : [body]),
  ].join('  ');
}

/** The longest first, so that nothing of it is left over; as words only, as a ticket's number may be short. */
function hidden(text: string, secrets: readonly string[]): string {
  return [...secrets]
    .sort((a, b) => b.length - a.length)
    .reduce(
      (left, secret) =>
        left.replace(
          new RegExp(
            `(?<!\\w)${secret.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)}(?!\\w)`,
            'g',
          ),
          '…',
        ),
      text,
    );
}
