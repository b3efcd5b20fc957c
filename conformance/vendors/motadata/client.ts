/** Motadata's page on a request's audit, as a client needs it. */
import { randomUUID } from 'node:crypto';
import type { Got, Page, Place, VendorClient } from '../../reference/VendorClient.js';

/** How many records are asked for at once, of a server that has pages after all. */
const SIZE = 500;

/** Ways to write a form: what most clients send, and what the vendor's own page shows. */
const FORMS = [urlencoded, multipart];

export const client: VendorClient = {
  tokenRequest: ({ client_id, client_secret, username = '', password = '' }, turn) => {
    const write = FORMS[turn];
    if (client_id === undefined || !write) return undefined;
    const { type, body } = write({ grant_type: 'password', username, password });
    const basic = Buffer.from(`${client_id}:${client_secret}`).toString('base64');
    return {
      ...{ method: 'POST', path: '/api/oauth/token', body },
      headers: { authorization: `Basic ${basic}`, 'content-type': type },
    };
  },
  readToken: (body) => {
    const { access_token } = body as { access_token?: unknown };
    return typeof access_token === 'string' ? { token: access_token } : undefined;
  },
  // The page's own sample sends the key percent-encoded, and it may have been copied from there.
  authorize: ({ api_key, token }, fetched) => ({
    authorization:
      api_key === undefined
        ? `Bearer ${fetched ?? token}`
        : `Apikey ${/%[\da-f]{2}/i.test(api_key) ? api_key : encodeURIComponent(api_key)}`,
  }),

  request: ({ target: { request_id = '' } }, { before }) => ({
    method: 'POST',
    // The log comes whole; a server that has said that there is more is asked as its siblings are.
    path: `/api/v1/request/${encodeURIComponent(request_id)}/audit/search/byqual${before > 0 ? `?offset=${before}&size=${SIZE}` : ''}`,
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }),
  read,
  isTurnedRound: ({ order }) => order === 'asc',

  meaning: ({ status, body }) => {
    // A wrong password gets 400, in the words of OAuth.
    if (status === 401 || (status === 400 && /"invalid_grant"/.test(body))) return 'unauthorized';
    if (status === 403) return 'forbidden';
    if (status === 404) return 'not_found';
    if (status === 400 || status === 415) return 'invalid_request';
    if (status === 429) return 'rate_limited';
    return status >= 500 ? 'unavailable' : 'other';
  },
  isTokenDead: ({ status }) => status === 401,
  waitOf,
};

type Form = Readonly<Record<string, string>>;

function urlencoded(form: Form) {
  return {
    type: 'application/x-www-form-urlencoded',
    body: new URLSearchParams(form).toString(),
  };
}

function multipart(form: Form) {
  const boundary = `part-${randomUUID()}`;
  const parts = Object.entries(form).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: `${parts.join('')}--${boundary}--\r\n`,
  };
}

/** A bare list is all there is; its siblings put one into an object, with the count of all. */
function read(body: unknown, { before }: Place): Page | undefined {
  if (Array.isArray(body)) return { records: body, more: false };
  const { objectList, totalCount } = (body ?? {}) as { objectList?: unknown; totalCount?: unknown };
  if (!Array.isArray(objectList)) return undefined;
  const total = typeof totalCount === 'number' ? totalCount : undefined;
  const more = total === undefined ? false : before + objectList.length < total;
  return { records: objectList, more, ...(total !== undefined && { total }) };
}

/** X-RateLimit-Reset is in milliseconds: so many from now, or an instant by the vendor's clock. */
function waitOf({ headers }: Got): number | undefined {
  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
  const wait = reset < 1e12 ? reset : reset - Date.parse(headers.date ?? '');
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
