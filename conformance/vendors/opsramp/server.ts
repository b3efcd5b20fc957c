/** OpsRamp's page on the activity log, as one needs it who asks a server. */
import { isObject } from '../../reference/isObject.js';
import type { Listing, VendorServer } from '../../servers/VendorServer.js';

const TENANT = '/api/v2/tenants/{tenant_id}';
const INCIDENT = `${TENANT}/incidents/{incident_id}`;
/** One that no server has given. */
const NO_TOKEN = '00000000-0000-4000-8000-000000000000';

export const server: VendorServer = {
  // A tenth of 500 plain requests would be all 50 that may be paged ones, as nobody says which the log's are.
  rate: 25,
  endpoints: {
    'audit-log': {
      ...{ method: 'GET', path: `${INCIDENT}/activitylog` },
      query: { endTs: '{until}' },
    },
    ticket: { method: 'GET', path: INCIDENT },
    tickets: { method: 'GET', path: `${TENANT}/incidents/search` },
    'token-short': token('/auth/oauth/token'),
    'token-tenancy': token('/tenancy/auth/oauth/token'),
  },
  whole: { query: { isDescendingOrder: 'false' }, every: true },
  tickets: { missing: { incident_id: 'INC9999999999' } },
  credentials: [['token'], ['client_id', 'client_secret']],
  forms: ['bearer'],
  authorize: (form, credential, fetched) => {
    const held = fetched ?? credential.token;
    const bearer = held === undefined ? undefined : { authorization: `Bearer ${held}` };
    const forms: Readonly<Record<string, Readonly<Record<string, string>> | undefined>> = {
      bearer,
      none: {},
      'small-letters': bearer && { authorization: `bearer ${held}` },
      unknown: { authorization: `Bearer ${NO_TOKEN}` },
      malformed: { authorization: 'Bearer' },
    };
    return forms[form];
  },
  page: (number) => ({ pageNo: number }),
  read,
  timeOf: (record) => {
    const { createdTime, createdDate = createdTime } = isObject(record) ? record : {};
    const time = typeof createdDate === 'number' ? createdDate : Date.parse(String(createdDate));
    return Number.isNaN(time) ? undefined : time;
  },
  kindOf: (record) => String(isObject(record) ? record.logType : ''),
  written: (time) => `${new Date(time).toISOString().slice(0, 19)}+0000`,
  step: 1000,
  unseen: {
    vocabulary: 'which types of activities there are is for whoever writes a fixture',
    'same-second': 'ascending is descending reversed either way, so neither tells which came first',
    'token-lifetime': 'a token that is alive is handed out again with what is left of its life',
  },
};

function token(path: string) {
  return {
    ...({ method: 'POST', path } as const),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials&client_id={client_id}&client_secret={client_secret}',
  };
}

function read(_endpoint: string, body: unknown): Listing | undefined {
  if (Array.isArray(body)) return alone(body);
  if (!isObject(body)) return undefined;
  const { results, access_token } = body;
  if (typeof access_token === 'string') return alone([{ access_token }]);
  if (typeof body.id === 'string') return alone([body]);
  if (!Array.isArray(results)) return undefined;
  const { totalResults: total, pageSize: size, pageNo: page, nextPage: next } = body;
  const told = { total, size, page, next, descending: body.descendingOrder };
  return {
    ...{ records: results, more: next === true },
    told: Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)),
  };
}

function alone(records: readonly unknown[]): Listing {
  return { records, told: {}, more: false };
}
