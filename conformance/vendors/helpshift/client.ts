/** Helpshift's page on the issue-wise action log, as a client needs it. */
import type { Got, Page, VendorClient } from '../../reference/VendorClient.js';

/** The most that a page may have; with more than that it would silently have 200. */
const PAGE_SIZE = 500;

export const client: VendorClient = {
  // Keys are sent as they are.
  tokenRequest: () => undefined,
  readToken: () => undefined,
  authorize: ({ api_key = '' }) => ({
    authorization: `Basic ${Buffer.from(`${api_key}:`).toString('base64')}`,
  }),

  request: ({ target, query: { since, until, actions } }, { page }) => {
    const { domain = '', issue_id = '' } = target;
    const parameters = new URLSearchParams({
      // Oldest first: what is added meanwhile comes last, and moves nothing.
      ...{ sort_order: 'asc', page: String(page), page_size: String(PAGE_SIZE) },
      ...(since !== undefined && { since: String(Date.parse(since)) }),
      ...(until !== undefined && { until: String(Date.parse(until)) }),
      ...(actions && { actions: JSON.stringify(actions) }),
    });
    const path = `/v2/${encodeURIComponent(domain)}/issues/${encodeURIComponent(issue_id)}/_audit_logs`;
    return { method: 'GET', path: `${path}?${parameters}`, headers: {} };
  },
  // The newest comes first unless the other order is asked for.
  isTurnedRound: ({ order = 'desc' }) => order === 'desc',
  read,

  meaning: ({ status }) => {
    if (status === 401) return 'unauthorized';
    if (status === 403) return 'forbidden';
    if (status === 404) return 'not_found';
    if (status === 400) return 'invalid_request';
    if (status === 429) return 'rate_limited';
    return status >= 500 ? 'unavailable' : 'other';
  },
  isTokenDead: () => false,
  waitOf,
};

/** The page's sample of an answer is lost: the names around the list may be spelt in two ways, or not be there. */
function read(body: unknown, { page }: { page: number }): Page | undefined {
  if (Array.isArray(body)) return { records: body, more: body.length > 0 };
  if (body === null || typeof body !== 'object') return undefined;
  const answer = body as Record<string, unknown>;
  const records = answer.audit_logs ?? answer['audit-logs'] ?? answer.issues;
  if (!Array.isArray(records)) return undefined;
  const pages = answer['total-pages'] ?? answer.total_pages;
  const total = answer['total-hits'] ?? answer.total_hits;
  return {
    records,
    // Without totals only an empty page tells the end.
    more: typeof pages === 'number' ? page < pages : records.length > 0,
    // Of all pages, or of this one, which is never too much.
    ...(typeof total === 'number' && { total }),
  };
}

/** X-Rate-Limit-Reset is an instant in milliseconds, by the vendor's clock, which Date tells to the second. */
function waitOf({ headers }: Got): number | undefined {
  const wait = Number(headers['x-rate-limit-reset']) - Date.parse(headers.date ?? '');
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
