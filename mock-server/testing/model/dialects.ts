/** How the model speaks to each vendor: as its page has it, and without the simulator's code. */
import { localTime } from '../writtenTrails.js';
import type { Sent } from './asking.js';
import type { VendorName } from './PlainFault.js';
import type { Plain, Wanted } from './PlainTicket.js';
import type { Ask } from './steps.js';

/** What an answer says. */
export interface Told {
  records: object[];
  total: number | undefined;
  more: boolean | undefined;
}

export interface Dialect {
  /** Milliseconds of which times are told. */
  unit: number;
  /** The status of a request whose credential is good no more. */
  unknown: number;
  /** How long tokens live, in milliseconds; none where it has keys. */
  lifetime: number | undefined;
  profile(paged: boolean, turned: boolean): object;
  /** The fixture's section. */
  section(profile: object, records: Record<string, object[]>): object;
  target(ticket: string): Record<string, string>;
  record(plain: Plain): Record<string, unknown>;
  /** Its time, as it is served. */
  time(time: number): Record<string, unknown>;
  wanted(ask: Ask, window: Wanted | undefined, now: number): Wanted;
  send(ask: Ask, paged: boolean, window: Wanted | undefined, secret: string): Sent;
  fetch(credential: Readonly<Record<string, string>>): Sent | undefined;
  read(body: unknown): Told;
  /** Parameters by which faults may know a request. */
  pageKey: string;
}

// biome-ignore lint/suspicious/noExplicitAny: an answer is whatever it is
type Body = any;

const FOREVER: Wanted = { since: -Infinity, until: Infinity, action: undefined };
const CREATED = '2020-01-01T00:00:00Z';
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const tickets = (records: Record<string, object[]>) =>
  Object.fromEntries(
    Object.entries(records).map(([id, records]) => [id, { created: CREATED, records }]),
  );
const second = (time: number) => new Date(time).toISOString().replace(/\.\d+Z$/, '+0000');
const query = (parameters: Record<string, unknown>) =>
  new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as [string, string]],
    ),
  ).toString();

export const dialects: Record<VendorName, Dialect> = {
  helpshift: {
    ...{ unit: 1, unknown: 401, lifetime: undefined, pageKey: 'page' },
    profile: () => ({}),
    section: (profile, records) => ({
      profile,
      credentials: [{ name: 'c', api_key: 'k' }],
      domains: { d: { issues: tickets(records) } },
    }),
    target: (issue_id) => ({ domain: 'd', issue_id }),
    record: ({ i, action = '' }) => ({ action, to_data: { i } }),
    time: (time) => ({ action_taken_at: time }),
    wanted: ({ filter }, window) => ({ ...(window ?? FOREVER), action: filter ? 'a' : undefined }),
    send: ({ ticket, page, size, desc, filter, head }, _paged, window, secret) => ({
      method: head ? 'HEAD' : 'GET',
      path: `/v2/d/issues/${ticket}/_audit_logs?${query({
        ...{ page, page_size: size, sort_order: desc ? 'desc' : 'asc' },
        ...{ since: window?.since, until: window?.until, actions: filter ? 'a' : undefined },
      })}`,
      headers: { authorization: `Basic ${btoa(`${secret}:`)}` },
    }),
    fetch: () => undefined,
    read: (body: Body) => ({
      records: body.audit_logs,
      total: body['total-hits'],
      more: undefined,
    }),
  },

  motadata: {
    ...{ unit: 60_000, unknown: 401, lifetime: 43_199_000, pageKey: 'offset' },
    profile: (paged, turned) => ({
      ...(paged && { preset: 'sibling-style' }),
      'same-minute': turned ? 'oldest-first' : 'newest-first',
    }),
    section: (profile, records) => ({
      profile,
      credentials: [
        { name: 'c', client_id: 'm', client_secret: 's', username: 'u', password: 'p' },
      ],
      requests: tickets(records),
    }),
    target: (request_id) => ({ request_id }),
    record: ({ i }) => ({ auditString: `i ${i}` }),
    time: (time) => ({ auditDate: localTime(new Date(time).toISOString()) }),
    wanted: () => FOREVER,
    send: ({ ticket, page, size }, paged, _window, secret) => ({
      method: 'POST',
      path: `/api/v1/request/${ticket}/audit/search/byqual?${query(paged ? { offset: (page - 1) * size, size } : {})}`,
      headers: { authorization: `Bearer ${secret}` },
      body: '{}',
    }),
    fetch: ({ client_id, client_secret, username, password }) => ({
      method: 'POST',
      path: '/api/oauth/token',
      headers: { ...form, authorization: `Basic ${btoa(`${client_id}:${client_secret}`)}` },
      body: query({ grant_type: 'password', username, password }),
    }),
    read: (body: Body) => ({
      records: Array.isArray(body) ? body : body.objectList,
      total: body.totalCount,
      more: undefined,
    }),
  },

  opsramp: {
    ...{ unit: 1000, unknown: 407, lifetime: 7_199_000, pageKey: 'pageNo' },
    profile: (paged, turned) => ({
      ...(paged && { preset: 'paged' }),
      'same-second': turned ? 'kept' : 'mirrored',
    }),
    section: (profile, records) => ({
      profile,
      tenants: {
        t: {
          credentials: [{ name: 'c', client_id: 'o', client_secret: 's' }],
          incidents: tickets(records),
        },
      },
    }),
    target: (incident_id) => ({ tenant_id: 't', incident_id }),
    record: ({ i }) => ({
      ...{ activity: `i ${i}`, logType: 'TICKET', createdBy: { loginName: 'ana' } },
    }),
    time: (time) => ({ createdTime: second(time) }),
    wanted: (_ask, window, now) => ({
      since: window?.since ?? Date.parse(CREATED),
      until: window?.until ?? now,
      action: undefined,
    }),
    send: ({ ticket, page, size, desc, head }, paged, window, secret) => ({
      method: head ? 'HEAD' : 'GET',
      path: `/api/v2/tenants/t/incidents/${ticket}/activitylog?${query({
        ...{ isDescendingOrder: desc, ...(paged && { pageNo: page, pageSize: size }) },
        ...(window && { startTs: second(window.since), endTs: second(window.until) }),
      })}`,
      headers: { authorization: `Bearer ${secret}` },
    }),
    fetch: ({ client_id, client_secret }) => ({
      method: 'POST',
      path: '/auth/oauth/token',
      headers: form,
      body: query({ grant_type: 'client_credentials', client_id, client_secret }),
    }),
    read: (body: Body) => ({
      records: body.results,
      total: body.totalResults,
      more: body.nextPage,
    }),
  },
};
