/** Clients of Motadata's log that are wrong as only they can be. */
import type { ClientMutant } from '../../mutants/ClientMutant.js';
import { sends } from '../../mutants/sends.js';
import { takes } from '../../mutants/takes.js';
import type { Wanted } from '../../reference/VendorClient.js';

interface Entry {
  auditString: string;
  auditDate: string;
}

export const clientMutants: readonly ClientMutant[] = [
  {
    name: 'asks-by-get',
    mistake: 'It asks by GET, as one that only reads.',
    ...{ case: 'endpoint/reads', reason: 'gave-up' },
    vendor: ({ request }) => ({
      request: (...asked) => ({ ...request(...asked), method: 'GET' }),
    }),
  },
  {
    name: 'two-slashes',
    mistake: 'It joins the host and the path with a slash too many.',
    ...{ case: 'endpoint/one-slash', reason: 'gave-up' },
    vendor: sends((path) => path.replace('/api/', '/api//')),
  },
  {
    name: 'without-v1',
    mistake: 'It leaves the version out of the path.',
    ...{ case: 'endpoint/reads', reason: 'gave-up' },
    vendor: sends((path) => path.replace('/v1/', '/')),
  },
  {
    name: 'name-for-id',
    mistake: 'It asks for a request by the name that users see.',
    ...{ case: 'endpoint/reads', reason: 'gave-up' },
    vendor: sends((path) => path.replace('/request/', '/request/INC-')),
  },
  {
    name: 'insists-on-tls',
    mistake: 'It asks by HTTPS, whatever the address says.',
    ...{ case: 'endpoint/reads', reason: 'gave-up' },
    send: (right) => (base, wanted) => right(base.replace('http:', 'https:'), wanted),
  },
  {
    name: 'bearer-key',
    mistake: 'It sends its key after the word Bearer, as the table of headers can be read.',
    ...{ case: 'credentials/key', reason: 'gave-up' },
    vendor: ({ authorize }) => ({
      authorize: (credentials, token) => ({
        authorization: `${authorize(credentials, token).authorization}`.replace('Apikey', 'Bearer'),
      }),
    }),
  },
  {
    name: 'key-for-all',
    mistake: 'It sends a token after the word Apikey.',
    ...{ case: 'credentials/token', reason: 'gave-up' },
    vendor: ({ authorize }) => ({
      authorize: ({ token, ...others }, fetched) => ({
        authorization: token ? `Apikey ${token}` : `${authorize(others, fetched).authorization}`,
      }),
    }),
  },
  {
    name: 'encodes-twice',
    mistake: 'It encodes a key, and its library encodes it once more.',
    ...{ case: 'credentials/odd-key', reason: 'gave-up' },
    vendor: withKey((key) => encodeURIComponent(encodeURIComponent(key))),
  },
  {
    name: 'encodes-always',
    mistake: 'It encodes a key that it was given encoded.',
    ...{ case: 'credentials/encoded-key', reason: 'gave-up' },
    vendor: withKey(encodeURIComponent),
  },
  {
    name: 'key-as-it-is',
    mistake: 'It sends a key as it is, where the server wants it encoded.',
    ...{ case: 'credentials/key-as-shown', reason: 'gave-up' },
    vendor: withKey((key) => key),
  },
  {
    name: 'client-in-the-form',
    mistake: 'It sends its client in the form, and not in Basic.',
    ...{ case: 'credentials/client', reason: 'gave-up' },
    vendor: ({ tokenRequest }) => ({
      tokenRequest: (credentials, turn) => {
        const wanted = tokenRequest(credentials, turn);
        const { client_id = '', client_secret = '' } = credentials;
        const { authorization, ...headers } = wanted?.headers ?? {};
        const body = `${wanted?.body}&${new URLSearchParams({ client_id, client_secret })}`;
        return wanted && { ...wanted, headers, body };
      },
    }),
  },
  {
    name: 'pasted-form',
    mistake: 'It puts the password into the form as it is.',
    ...{ case: 'credentials/odd-client', reason: 'gave-up' },
    vendor: ({ tokenRequest }) => ({
      tokenRequest: (credentials, turn) => {
        const wanted = turn === 0 ? tokenRequest(credentials, turn) : undefined;
        const { username, password } = credentials;
        const body = `grant_type=password&username=${username}&password=${password}`;
        return wanted && { ...wanted, body };
      },
    }),
  },
  {
    name: 'one-form-only',
    mistake: 'It knows one way to write a form.',
    ...{ case: 'tokens/multipart', reason: 'gave-up' },
    vendor: ({ tokenRequest }) => ({
      tokenRequest: (credentials, turn) => (turn === 0 ? tokenRequest(credentials, 0) : undefined),
    }),
  },
  {
    name: 'looks-for-a-token',
    mistake: 'It looks for a key called token in the answer that has one.',
    ...{ case: 'credentials/client', reason: 'gave-up' },
    vendor: () => ({
      readToken: (body) => {
        const { token } = body as { token?: unknown };
        return typeof token === 'string' ? { token } : undefined;
      },
    }),
  },
  {
    name: 'refresh-or-nothing',
    mistake: 'It knows no way to another token but its refresh token.',
    ...{ case: 'tokens/refreshed', reason: 'gave-up' },
    send: refreshing((wanted) => wanted),
  },
  {
    name: 'refreshes-as-nobody',
    mistake: 'It does not say which client it is when it refreshes its token.',
    ...{ case: 'tokens/expired', reason: 'gave-up' },
    send: refreshing(({ headers: { authorization: _, ...headers }, ...wanted }) => ({
      ...wanted,
      headers,
    })),
  },
  {
    name: 'first-refresh-token',
    mistake: 'It keeps its first refresh token, though it is given others.',
    ...{ case: 'tokens/expired-again', reason: 'gave-up' },
    send: refreshing((wanted) => wanted, true),
  },
  {
    name: 'wrong-form',
    mistake: 'It takes a wrong password for a wrong request, for its 400.',
    ...{ case: 'tokens/wrong-password', reason: 'wrong-error' },
    vendor: ({ meaning }) => ({
      meaning: (got) => (got.status === 400 ? 'invalid_request' : meaning(got)),
    }),
  },
  {
    name: 'filters',
    mistake: 'It sends a filter, as sibling endpoints have it.',
    ...{ case: 'parameters/empty-object', reason: 'wrong-body' },
    vendor: withBody('{"qualDetails":{"type":"FlatQualificationRest","quals":[]}}'),
  },
  {
    name: 'no-body',
    mistake: 'It sends no body, as it has nothing to say.',
    ...{ case: 'endpoint/reads', reason: 'gave-up' },
    vendor: withBody(''),
  },
  {
    name: 'of-no-type',
    mistake: 'It does not say that its body is JSON.',
    ...{ case: 'parameters/content-type', reason: 'gave-up' },
    vendor: ({ request }) => ({
      request: (...asked) => ({ ...request(...asked), headers: {} }),
    }),
  },
  {
    name: 'only-an-object',
    mistake: 'It looks for an objectList first, and finds no audit in a bare list.',
    ...{ case: 'endpoint/reads', reason: 'missing-records' },
    vendor: ({ read }) => ({
      read: (body, place) => read(Array.isArray(body) ? { objectList: [] } : body, place),
    }),
  },
  {
    name: 'only-a-list',
    mistake: 'It cannot read an objectList.',
    ...{ case: 'pages/object-list', reason: 'gave-up' },
    vendor: ({ read }) => ({
      read: (body, place) => (Array.isArray(body) ? read(body, place) : undefined),
    }),
  },
  {
    name: 'deaf-to-the-total',
    mistake: 'It takes what an objectList has for all, whatever the totalCount says.',
    ...{ case: 'pages/part-is-not-all', reason: 'missing-records' },
    vendor: takes(({ records }) => ({ records, more: false })),
  },
  {
    name: 'until-a-page-is-empty',
    mistake: 'It goes on by offset until a page is empty, which never comes.',
    ...{ case: 'pages/one-piece', reason: 'repeated-records' },
    send: (right) => async (base, wanted) => {
      const got = await right(base, wanted);
      const all = listOf(got.body);
      if (!all || all.length < 25) return got;
      for (let n = 1; n < 20; n++) {
        const more = await right(base, paged(wanted, all.length));
        all.push(...(listOf(more.body) ?? []));
      }
      return { ...got, body: JSON.stringify(all) };
    },
  },
  {
    name: 'wants-something',
    mistake: 'It takes a list without entries for broken.',
    ...{ case: 'pages/empty', reason: 'gave-up' },
    vendor: takes((page) => (page.records.length === 0 ? undefined : page)),
  },
  {
    name: 'no-list-of-one',
    mistake: 'It takes a list of one for an entry, and finds nothing in it.',
    ...{ case: 'pages/single', reason: 'missing-records' },
    vendor: takes((page) => (page.records.length === 1 ? { records: [], more: false } : page)),
  },
  {
    name: 'two-thousand',
    mistake: 'It keeps 2,000 entries, as many as it would ask siblings for.',
    ...{ case: 'pages/large', reason: 'missing-records' },
    vendor: takes(({ records }) => ({ records: records.slice(0, 2000), more: false })),
  },
  {
    name: 'newest-first-always',
    mistake: 'It hands the list on as it came, whatever order is asked for.',
    ...{ case: 'order/asc', reason: 'wrong-order' },
    vendor: () => ({ isTurnedRound: () => false }),
  },
  {
    name: 'sorts-by-text',
    mistake: 'It sorts by the date as a text.',
    ...{ case: 'order/desc', reason: 'wrong-order' },
    vendor: takes((page) => ({
      ...page,
      records: (page.records as Entry[]).toSorted((a, b) => (a.auditDate < b.auditDate ? 1 : -1)),
    })),
  },
  {
    name: 'sorts-by-minute',
    mistake: 'It sorts by the time itself, and mixes up what was done in one minute.',
    ...{ case: 'order/ties', reason: 'wrong-order' },
    vendor: takes((page) => ({
      ...page,
      records: (page.records as Entry[]).toSorted(
        (a, b) =>
          Date.parse(b.auditDate) - Date.parse(a.auditDate) ||
          (a.auditString < b.auditString ? -1 : 1),
      ),
    })),
  },
  {
    name: 'reads-dates',
    mistake: 'It leaves out entries whose date is not written as on the page.',
    ...{ case: 'records/own-format', reason: 'missing-records' },
    vendor: takes((page) => ({
      ...page,
      records: (page.records as Entry[]).filter(({ auditDate }) =>
        /^\w{3}, \w{3} \d\d, \d{4} \d\d:\d\d [ap]m$/.test(auditDate),
      ),
    })),
  },
  {
    name: 'ascii',
    mistake: 'It knows no letters but those of English.',
    ...{ case: 'records/unicode', reason: 'altered-records' },
    vendor: withSentence((text) => text.replace(/[^\p{ASCII}]/gu, '?')),
  },
  {
    name: 'tidies-up',
    mistake: 'It takes blanks and line breaks in sentences for one blank.',
    ...{ case: 'records/odd-strings', reason: 'altered-records' },
    vendor: withSentence((text) => text.replace(/\s+/g, ' ').trim()),
  },
  {
    name: 'cuts-sentences',
    mistake: 'It keeps as much of a sentence as fits into its column.',
    ...{ case: 'records/long-texts', reason: 'altered-records' },
    vendor: withSentence((text) => text.slice(0, 1024)),
  },
  {
    name: 'one-a-minute',
    mistake: 'It takes the same sentence in the same minute for one entry.',
    ...{ case: 'records/identical', reason: 'missing-records' },
    vendor: takes(({ records }) => {
      const of = new Map((records as Entry[]).map((one) => [one.auditString + one.auditDate, one]));
      return { records: [...of.values()], more: false };
    }),
  },
  {
    name: 'off-is-empty',
    mistake: 'It takes an audit trail that is switched off for one in which nothing stands.',
    ...{ case: 'refusals/trail-off', reason: 'no-error' },
    send: (right) => async (base, wanted) => {
      const got = await right(base, wanted);
      return got.status === 403 ? { ...got, status: 200, body: '[]' } : got;
    },
  },
  {
    name: 'delta-as-instant',
    mistake: 'It takes the milliseconds to wait for an instant, which is long past.',
    ...{ case: 'refusals/waits', reason: 'did-not-wait' },
    vendor: () => ({
      waitOf: ({ headers }) =>
        Math.max(0, Number(headers['x-ratelimit-reset']) - Date.parse(headers.date ?? '')),
    }),
  },
  {
    name: 'instant-as-delta',
    mistake: 'It waits as many milliseconds as an instant has.',
    ...{ case: 'refusals/waits-until', reason: 'waited-too-long' },
    vendor: () => ({ waitOf: ({ headers }) => Number(headers['x-ratelimit-reset']) }),
  },
];

type OwnVendor = NonNullable<ClientMutant['vendor']>;

/** Sends keys in another way. */
function withKey(make: (key: string) => string): OwnVendor {
  return ({ authorize }) => ({
    authorize: (credentials, token) =>
      credentials.api_key === undefined
        ? authorize(credentials, token)
        : { authorization: `Apikey ${make(credentials.api_key)}` },
  });
}

function withBody(body: string): OwnVendor {
  return ({ request }) => ({ request: (...asked) => ({ ...request(...asked), body }) });
}

/** Makes something else of each sentence. */
function withSentence(make: (text: string) => string): OwnVendor {
  return takes((page) => ({
    ...page,
    records: (page.records as Entry[]).map((one) => ({
      ...one,
      auditString: make(one.auditString),
    })),
  }));
}

/** Gets each token after the first with a refresh token: the newest one, or always the first. */
function refreshing(
  make: (wanted: Wanted) => Wanted,
  first = false,
): NonNullable<ClientMutant['send']> {
  return (right) => {
    let refresh: string | undefined;
    return async (base, wanted) => {
      if (!wanted.body?.includes('grant_type')) return right(base, wanted);
      const form = { grant_type: 'refresh_token', refresh_token: `${refresh}` };
      const body = new URLSearchParams(form).toString();
      const got = await right(base, refresh === undefined ? wanted : make({ ...wanted, body }));
      const { refresh_token } = JSON.parse(got.body);
      refresh = (first ? refresh : undefined) ?? refresh_token ?? refresh;
      return got;
    };
  };
}

function paged(wanted: Wanted, offset: number): Wanted {
  return { ...wanted, path: `${wanted.path}?offset=${offset}&size=25` };
}

/** Undefined where it is none. */
function listOf(body: string): unknown[] | undefined {
  try {
    const list = JSON.parse(body);
    return Array.isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
}
