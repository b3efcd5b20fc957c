/** A vendor whose records are a time and a kind, for tests of what asks servers. */
import type { JudgedVendor } from '../../JudgedVendor.js';
import type { Send } from '../../reference/send.js';
import type { Got, Wanted } from '../../reference/VendorClient.js';
import { judgedVendors } from '../../vendors/index.js';
import { Pace } from '../Pace.js';
import { ServerConversation } from '../ServerConversation.js';
import type { ServerReached } from '../ServerReached.js';
import type { VendorServer } from '../VendorServer.js';

export interface ToyRecord {
  time: number;
  kind: string;
  text?: string;
}

export const toyServer: VendorServer = {
  rate: 60,
  endpoints: {
    'audit-log': { method: 'GET', path: '/logs/{ticket}', query: { until: '{until}' } },
  },
  whole: { query: { size: 2 }, every: true },
  tickets: { missing: { ticket: 'none' } },
  credentials: [['api_key'], ['client_id', 'client_secret']],
  forms: ['key', 'bearer'],
  authorize: (form, { key = '' }): Readonly<Record<string, string>> =>
    form === 'none'
      ? {}
      : form === 'malformed'
        ? { authorization: 'Key' }
        : { authorization: `${form === 'key' ? 'Key' : 'Bearer'} ${key}` },
  page: (page) => ({ page }),
  read: (_, body) => {
    const { records, more } = (body ?? {}) as { records?: unknown[]; more?: boolean };
    return Array.isArray(records) ? { records, told: {}, more: more === true } : undefined;
  },
  timeOf: (record) => (record as ToyRecord).time,
  kindOf: (record) => (record as ToyRecord).kind,
  written: String,
  step: 1,
  unseen: {},
};

/** What of a vendor is needed here, with another's where it does not matter. */
export const toy: JudgedVendor = {
  ...(judgedVendors[0] as JudgedVendor),
  name: 'toy',
  server: toyServer,
};

/** One who gives tokens. */
export const tokenToy: JudgedVendor = {
  ...toy,
  client: {
    ...toy.client,
    tokenRequest: (_, turn) =>
      turn === 0 ? { method: 'POST', path: '/token', headers: {} } : undefined,
    readToken: (body) => {
      const { token } = body as { token?: string };
      return token === undefined ? undefined : { token };
    },
    isTokenDead: ({ status }) => status === 401,
  },
  server: {
    ...toyServer,
    forms: ['token'],
    authorize: (_, __, token) =>
      token === undefined ? undefined : { authorization: `Bearer ${token}` },
  },
};

export const json = (body: unknown, status = 200): Got => ({
  ...{ status, headers: { 'content-type': 'application/json' } },
  body: JSON.stringify(body),
});

/** A conversation with what answers so, and all that was sent to it. */
export function talkTo(
  answer: (wanted: Wanted, n: number) => Got | Promise<Got>,
  credential: Readonly<Record<string, string>> = { key: 'secret-key' },
  reached: Partial<ServerReached> = {},
) {
  const sent: Wanted[] = [];
  const waited: number[] = [];
  const send: Send = async (_, wanted) => answer(wanted, sent.push(wanted));
  const conversation = new ServerConversation({
    ...{ vendor: toy, url: 'http://toy', until: 9000, pace: new Pace(Number.POSITIVE_INFINITY) },
    account: { credential, ticket: { ticket: 'T-1' } },
    ...{ send, sleep: async (milliseconds) => void waited.push(milliseconds) },
    ...reached,
  });
  return { conversation, sent, waited };
}
