/** OpsRamp's page on the activity log, as a client needs it. */
import type { Got, Page, Place, VendorClient } from '../../reference/VendorClient.js';

/** Both are published, and either may be the one that is there. */
const TOKEN_PATHS = ['/auth/oauth/token', '/tenancy/auth/oauth/token'];

export const client: VendorClient = {
  tokenRequest: ({ client_id, client_secret = '' }, turn) => {
    const path = TOKEN_PATHS[turn];
    if (client_id === undefined || path === undefined) return undefined;
    const form = { grant_type: 'client_credentials', client_id, client_secret };
    return {
      ...{ method: 'POST', path },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    };
  },
  readToken: (body) => {
    const { access_token } = body as { access_token?: unknown };
    return typeof access_token === 'string' ? { token: access_token } : undefined;
  },
  authorize: ({ token }, fetched) => ({ authorization: `Bearer ${fetched ?? token}` }),

  request: ({ target, query: { since, until } }, { page }) => {
    const { tenant_id = '', incident_id = '' } = target;
    const parameters = new URLSearchParams({
      ...(since !== undefined && { startTs: firstSecond(since) }),
      ...(until !== undefined && { endTs: written(until) }),
      // Oldest first: what is added meanwhile comes last, and moves nothing.
      isDescendingOrder: 'false',
      // The log comes whole; a server that has said that there is more is asked as its searches are.
      ...(page > 1 && { pageNo: String(page) }),
    });
    const path = `/api/v2/tenants/${encodeURIComponent(tenant_id)}/incidents/${encodeURIComponent(incident_id)}/activitylog`;
    return { method: 'GET', path: `${path}?${parameters}`, headers: {} };
  },
  // The newest comes first unless the other order is asked for.
  isTurnedRound: ({ order = 'desc' }) => order === 'desc',
  read,

  meaning: ({ status, body }) => {
    // A token that is dead gets 407, which is nowhere else a server's.
    if (status === 401 || status === 407) return 'unauthorized';
    if (status === 403 || status === 410) return 'forbidden';
    if (status === 404 || (status === 500 && isNotFound(body))) return 'not_found';
    if (status === 400) return 'invalid_request';
    if (status === 429) return 'rate_limited';
    return status >= 500 ? 'unavailable' : 'other';
  },
  isTokenDead: ({ status }) => status === 401 || status === 407,
  waitOf,
};

/** With the offset that the page has, in which the plus must not be taken for a blank. */
function written(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19)}+0000`;
}

/** Records tell the second: one that has begun is not in the window any more. */
function firstSecond(instant: string): string {
  return written(new Date(Math.ceil(Date.parse(instant) / 1000) * 1000).toISOString());
}

function read(body: unknown, { before }: Place): Page | undefined {
  const { results, nextPage, totalResults } = (body ?? {}) as Record<string, unknown>;
  if (!Array.isArray(results)) return undefined;
  const total = typeof totalResults === 'number' ? totalResults : undefined;
  const more = nextPage === true && (total === undefined || before + results.length < total);
  return { records: results, more, ...(total !== undefined && { total }) };
}

/** Some of its parts say 500 of what is not there, and in the body what they mean. */
function isNotFound(body: string): boolean {
  try {
    return (JSON.parse(body) as { code?: unknown }).code === '0003';
  } catch {
    return false;
  }
}

/** X-RateLimit-Reset is an instant in seconds, by the vendor's clock; some put it in quotation marks. */
function waitOf({ headers }: Got): number | undefined {
  const reset = Number((headers['x-ratelimit-reset'] ?? '').replaceAll('"', '') || Number.NaN);
  const wait = reset * 1000 - Date.parse(headers.date ?? '');
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
