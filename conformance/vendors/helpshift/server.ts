/** Helpshift's page on the issue-wise action log, as one needs it who asks a server. */
import { isObject } from '../../reference/isObject.js';
import type { Listing, VendorServer } from '../../servers/VendorServer.js';

/** Names of the list, and of what stands beside it, however they are spelt. */
const LISTS = ['audit_logs', 'audit-logs', 'issues'];

export const server: VendorServer = {
  // The only limit that is known is 1500 a minute.
  rate: 150,
  endpoints: {
    'audit-log': {
      ...{ method: 'GET', path: '/v2/{domain}/issues/{issue_id}/_audit_logs' },
      query: { until: '{until}' },
    },
    tickets: { method: 'GET', path: '/v1/{domain}/issues' },
  },
  whole: { query: { page_size: 500, sort_order: 'asc' }, every: true },
  tickets: {
    missing: { issue_id: '987654321987' },
    nowhere: { domain: 'auditrig-no-such-domain' },
  },
  credentials: [['api_key']],
  forms: ['basic', 'bearer'],
  authorize: (form, { api_key = '' }) => {
    const forms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      basic: basic(`${api_key}:`),
      none: {},
      bearer: { authorization: `Bearer ${api_key}` },
      'no-colon': basic(api_key),
      'small-letters': { authorization: basic(`${api_key}:`).authorization.replace('B', 'b') },
      unknown: basic('auditrig-no-such-key:'),
      malformed: { authorization: 'Basic' },
    };
    return forms[form];
  },
  page: (number) => ({ page: number }),
  read: (_, body) => {
    if (Array.isArray(body)) return { records: body, told: {}, more: true };
    if (!isObject(body)) return undefined;
    const list = LISTS.find((name) => Array.isArray(body[name]));
    return list === undefined ? undefined : listing(body, body[list] as unknown[]);
  },
  timeOf: (record) => {
    const { action_taken_at: time } = isObject(record) ? record : {};
    const read = typeof time === 'string' ? Date.parse(time) : Number(time ?? Number.NaN);
    return Number.isNaN(read) ? undefined : read;
  },
  kindOf: (record) => String(isObject(record) ? record.action : ''),
  written: (time) => String(time),
  step: 1,
  unseen: {
    'deepest-record': 'that a page is refused does not say which would be the deepest',
    'retention-days': 'only a ticket that is older than that could tell it',
    vocabulary: 'a log shows which actions there were, and not which there may be',
    'rate-limit': 'answers say at most how many requests are left, and not of how many',
    'rate-limit-headers': 'only too many requests could tell whether a limit has them',
  },
};

function basic(text: string) {
  return { authorization: `Basic ${Buffer.from(text).toString('base64')}` };
}

function listing(body: Readonly<Record<string, unknown>>, records: readonly unknown[]): Listing {
  const told = Object.fromEntries(
    Object.entries({
      page: body.page,
      size: body['page-size'] ?? body.page_size,
      total: body['total-hits'] ?? body.total_hits,
      pages: body['total-pages'] ?? body.total_pages,
    }).filter(([, value]) => value !== undefined),
  );
  const { size, page, pages } = told;
  // Totals may be of this page only: whether it is full tells more.
  const isFull = typeof size !== 'number' || records.length >= size;
  const isLast =
    typeof pages === 'number' && typeof page === 'number' && pages > 1 && page >= pages;
  return { records, told, more: isFull && !isLast };
}
