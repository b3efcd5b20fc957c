/** Motadata's page on a request's audit, as one needs it who asks a server. */
import { isObject } from '../../reference/isObject.js';
import { jwtLife } from '../../servers/jwtLife.js';
import { looseTime } from '../../servers/looseTime.js';
import type { Listing, ServerEndpoint, VendorServer } from '../../servers/VendorServer.js';

/** What both endpoints take that search. */
const SEARCH: Omit<ServerEndpoint, 'path'> = {
  ...{ method: 'POST', body: '{}' },
  headers: { 'content-type': 'application/json' },
};
const TOKEN: ServerEndpoint = { method: 'POST', path: '/api/oauth/token' };
const BOUNDARY = 'auditrig-7c1f';

export const server: VendorServer = {
  // By default, 20 more may be sent each second.
  rate: 120,
  endpoints: {
    'audit-log': { ...SEARCH, path: '/api/v1/request/{request_id}/audit/search/byqual' },
    tickets: { ...SEARCH, path: '/api/v1/request/search/byqual' },
    token: {
      ...TOKEN,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=password&username={username}&password={password}',
    },
    'multipart-token': {
      ...TOKEN,
      headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
      body: multipart({ grant_type: 'password', username: '{username}', password: '{password}' }),
    },
  },
  // There are no pages of which the page tells.
  whole: {},
  tickets: {
    missing: { request_id: '987654321987' },
    word: { request_id: 'auditrig' },
    name: { request_id: 'INC-1' },
    fraction: { request_id: '1.5' },
  },
  credentials: [['api_key'], ['token'], ['client_id', 'client_secret', 'username', 'password']],
  forms: ['shown', 'plain', 'bare', 'bare-plain'],
  authorize: (form, credential, token = credential.token) => {
    const key = keyOf(credential.api_key);
    const encoded = key === undefined ? undefined : encodeURIComponent(key);
    const bearer = proof('Bearer', token);
    const forms: Readonly<Record<string, Proof | undefined>> = {
      // Who has no key sends the same in all of them.
      shown: proof('Apikey', encoded) ?? bearer,
      plain: proof('Apikey', key) ?? bearer,
      bare: proof('', encoded) ?? bearer,
      'bare-plain': proof('', key) ?? bearer,
      // These are told apart only where they differ.
      'encoded-key': encoded === key ? undefined : proof('Apikey', encoded),
      'plain-key': encoded === key ? undefined : proof('Apikey', key),
      'bare-key': proof('', encoded),
      'bare-plain-key': proof('', key),
      'small-letters': proof('apikey', encoded) ?? proof('bearer', token),
      bearer,
      client: clientProof(credential),
      none: {},
      unknown: proof('Apikey', 'auditrig-no-such-key'),
      'unknown-token': proof('Bearer', 'auditrig-no-such-token'),
      'unknown-client': basic('auditrig-no-such-client', 'none'),
      malformed: { authorization: 'Apikey' },
      'other-scheme': { authorization: 'Digest auditrig-no-such-key' },
    };
    return forms[form];
  },
  page: (_, before) => ({ offset: before, size: 500 }),
  read: (endpoint, body) => {
    if (endpoint === 'tickets') return ticketsIn(body);
    return endpoint === 'audit-log' ? auditIn(body) : tokenIn(body);
  },
  timeOf: (record) => {
    const { auditDate, createdTime } = isObject(record) ? record : {};
    if (typeof createdTime === 'number') return createdTime;
    return typeof auditDate === 'string' ? looseTime(auditDate) : undefined;
  },
  // What has been done, without by whom and to what.
  kindOf: (record) => {
    const { auditString } = isObject(record) ? record : {};
    const [, kind = 'other'] = / has (added|changed) /.exec(String(auditString)) ?? [];
    return kind;
  },
  written: (time) => String(time),
  step: 60_000,
  unseen: {
    'old-version': 'only a ServiceOps before 8.4.1 tells it, and one that has no audit looks alike',
    'technician-entries': 'which entries are for technicians only is not to be seen in them',
    'max-entries': 'only a request with more entries than that tells it',
    vocabulary: 'it is about what a fixture may have, and not about answers',
    'refresh-reissue': 'a refresh ends a token that others may be using',
    'wrong-password': 'users may be locked out after a wrong password',
    'rate-limit-refill': 'only who asks too often sees it',
    'rate-limit-per': 'only who asks with two credentials sees it',
    'rate-limit-status': 'only who asks too often sees it',
  },
};

type Proof = Readonly<Record<string, string>>;

function proof(scheme: string, value: string | undefined): Proof | undefined {
  return value === undefined ? undefined : { authorization: `${scheme} ${value}`.trim() };
}

function basic(id: string, secret: string): Proof {
  return { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
}

function clientProof({ client_id, client_secret = '' }: Proof): Proof | undefined {
  return client_id === undefined ? undefined : basic(client_id, client_secret);
}

/** A key as it is, however it was copied. */
function keyOf(key: string | undefined): string | undefined {
  try {
    return key === undefined ? undefined : decodeURIComponent(key);
  } catch {
    return key;
  }
}

function multipart(form: Proof): string {
  const parts = Object.entries(form).map(
    ([name, value]) => `Content-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${['', ...parts].join(`--${BOUNDARY}\r\n`)}--${BOUNDARY}--\r\n`;
}

/** A bare list, or the object around it that other endpoints have. */
function auditIn(body: unknown): Listing | undefined {
  if (Array.isArray(body)) return { records: body, told: creationIn(body), more: false };
  const { objectList, totalCount } = isObject(body) ? body : {};
  if (!Array.isArray(objectList)) return undefined;
  const told = { ...creationIn(objectList), total: totalCount };
  return { records: objectList, told, more: false };
}

/** Whether a creation, which comes before all else, stands first or last in its minute: both, where it is alone. */
function creationIn(records: readonly unknown[]): Listing['told'] {
  const entries = records.map((record) => (isObject(record) ? record : {}));
  const at = entries.findIndex(({ auditString }) => /^Request with ID as /.test(`${auditString}`));
  const { auditDate } = entries[at] ?? {};
  const isAlone = (place: number) =>
    at < 0 || entries[place] === undefined || entries[place]?.auditDate !== auditDate;
  return { creationFirst: isAlone(at - 1), creationLast: isAlone(at + 1) };
}

function ticketsIn(body: unknown): Listing | undefined {
  const { objectList: records, totalCount: total } = isObject(body) ? body : {};
  if (!Array.isArray(records)) return undefined;
  const isAll = typeof total === 'number' && total <= records.length;
  const isMoved = records.some((one) => isObject(one) && one.updatedTime !== one.createdTime);
  const told = {
    ...(total !== undefined && { total }),
    // A page that has all tells nothing of how many it could have.
    ...(!isAll && { size: records.length }),
    ...((isMoved || isAll) && { isMoved }),
  };
  return { records, told, more: !isAll };
}

/** The token, as a record. */
function tokenIn(body: unknown): Listing | undefined {
  const { access_token } = isObject(body) ? body : {};
  if (access_token === undefined) return undefined;
  const life = jwtLife(access_token);
  const told = { ...(life !== undefined && { life }) };
  return { records: [{ access_token }], told, more: false };
}
