/** Motadata's page on a request's audit, as a client needs it. */
import type { Got, Page, Place, VendorClient } from '../../reference/VendorClient.js';

/** How many records are asked for at once, of a server that has pages after all. */
const SIZE = 500;

export const client: VendorClient = {
  tokenRequest: ({ client_id, client_secret, username, password }) => {
    if (client_id === undefined) return undefined;
    const basic = Buffer.from(`${client_id}:${client_secret}`).toString('base64');
    const form = { grant_type: 'password', username: username ?? '', password: password ?? '' };
    return {
      ...{ method: 'POST', path: '/api/oauth/token' },
      headers: {
        authorization: `Basic ${basic}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(form).toString(),
    };
  },
  readToken: (body) => {
    const { access_token } = body as { access_token?: unknown };
    return typeof access_token === 'string' ? { token: access_token } : undefined;
  },
  // The page's own sample sends the key percent-encoded.
  authorize: ({ api_key, token }, fetched) => ({
    authorization:
      api_key === undefined
        ? `Bearer ${fetched ?? token}`
        : `Apikey ${encodeURIComponent(api_key)}`,
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

  meaning: ({ status }) => {
    if (status === 401) return 'unauthorized';
    if (status === 403) return 'forbidden';
    if (status === 404) return 'not_found';
    if (status === 400 || status === 415) return 'invalid_request';
    if (status === 429) return 'rate_limited';
    return status >= 500 ? 'unavailable' : 'other';
  },
  isTokenDead: ({ status }) => status === 401,
  waitOf,
};

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
