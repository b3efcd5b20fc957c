/** Clients of OpsRamp's log that are wrong as only they can be. */
import type { ClientMutant } from '../../mutants/ClientMutant.js';
import { changed } from '../../mutants/changed.js';
import { sends } from '../../mutants/sends.js';
import { takes } from '../../mutants/takes.js';
import type { Got, Wanted } from '../../reference/VendorClient.js';

interface Activity {
  activity: string;
  logType: string;
  htmlLog?: string[];
  changeLog?: unknown[];
  createdTime: string;
  createdBy: Record<string, string>;
}

export const clientMutants: readonly ClientMutant[] = [
  {
    name: 'client-in-basic',
    mistake: 'It sends its id and secret as Basic credentials, and not in the form.',
    ...{ case: 'credentials/client', reason: 'gave-up' },
    vendor: ({ tokenRequest }) => ({
      tokenRequest: (credentials, turn) => {
        const wanted = tokenRequest(credentials, turn);
        const { client_id, client_secret } = credentials;
        const basic = Buffer.from(`${client_id}:${client_secret}`).toString('base64');
        const headers = { ...wanted?.headers, authorization: `Basic ${basic}` };
        return wanted && { ...wanted, headers, body: 'grant_type=client_credentials' };
      },
    }),
  },
  {
    name: 'json-for-a-token',
    mistake: 'It sends its id and secret as JSON.',
    ...{ case: 'credentials/client', reason: 'gave-up' },
    vendor: ({ tokenRequest }) => ({
      tokenRequest: (credentials, turn) => {
        const wanted = tokenRequest(credentials, turn);
        const body = JSON.stringify(Object.fromEntries(new URLSearchParams(wanted?.body)));
        const headers = { 'content-type': 'application/json' };
        return wanted && { ...wanted, headers, body };
      },
    }),
  },
  {
    name: 'gets-tokens',
    mistake: 'It asks for a token by GET.',
    ...{ case: 'credentials/client', reason: 'gave-up' },
    vendor: ({ tokenRequest }) => ({
      tokenRequest: (credentials, turn) => {
        const wanted = tokenRequest(credentials, turn);
        return wanted && { method: 'GET', path: `${wanted.path}?${wanted.body}`, headers: {} };
      },
    }),
  },
  {
    name: 'tenant-by-number',
    mistake: 'It asks for a tenant by the number in its name.',
    ...{ case: 'endpoint/reads', reason: 'gave-up' },
    vendor: sends((path) => path.replace('client_', '')),
  },
  {
    name: 'incident-by-number',
    mistake: 'It asks for an incident by the number in its id.',
    ...{ case: 'endpoint/reads', reason: 'gave-up' },
    vendor: sends((path) => path.replace(/INC0*/, '')),
  },
  {
    name: 'pasted-form',
    mistake: 'It puts its secret into the form as it is.',
    ...{ case: 'credentials/odd-client', reason: 'gave-up' },
    vendor: ({ tokenRequest }) => ({
      tokenRequest: (credentials, turn) => {
        const wanted = tokenRequest(credentials, turn);
        const { client_id, client_secret } = credentials;
        const body = `grant_type=client_credentials&client_id=${client_id}&client_secret=${client_secret}`;
        return wanted && { ...wanted, body };
      },
    }),
  },
  {
    name: 'dead-at-401-only',
    mistake: 'It gets a new token after a 401, and takes a 407 for a proxy.',
    ...{ case: 'tokens/refreshed', reason: 'gave-up' },
    vendor: ({ meaning }) => ({
      isTokenDead: ({ status }) => status === 401,
      meaning: (got) => (got.status === 407 ? 'unavailable' : meaning(got)),
    }),
  },
  {
    name: 'seven-thousand-seconds',
    mistake: 'It counts on the two hours of a token, and asks for no other before they are over.',
    ...{ case: 'tokens/expired', reason: 'gave-up' },
    vendor: () => ({ isTokenDead: () => false }),
  },
  {
    name: 'adds-to-text',
    mistake: 'It wants expires_in to be a number.',
    ...{ case: 'tokens/expires-in-text', reason: 'gave-up' },
    vendor: ({ readToken }) => ({
      readToken: (body) =>
        typeof (body as { expires_in: unknown }).expires_in === 'number'
          ? readToken(body)
          : undefined,
    }),
  },
  {
    name: 'short-path-only',
    mistake: 'It knows one of the two paths that give tokens.',
    ...{ case: 'tokens/tenancy-path', reason: 'gave-up' },
    vendor: ({ tokenRequest }) => ({
      tokenRequest: (credentials, turn) => (turn === 0 ? tokenRequest(credentials, 0) : undefined),
    }),
  },
  {
    name: 'raw-plus',
    mistake: 'It does not encode the plus of a time, which arrives as a blank.',
    ...{ case: 'parameters/plus', reason: 'invented-records' },
    vendor: sends((path) => path.replaceAll('%2B', '+')),
  },
  {
    name: 'times-in-z',
    mistake: 'It writes times with Z, as RFC 3339 does.',
    ...{ case: 'parameters/since', reason: 'gave-up' },
    vendor: sends((path) => path.replaceAll('%2B0000', 'Z')),
  },
  {
    name: 'swaps-the-window',
    mistake: 'It takes endTs for the beginning.',
    ...{ case: 'parameters/until', reason: 'missing-records' },
    vendor: ({ request }) => ({
      request: ({ query: { since, until, ...query }, ...question }, place) => {
        const swapped = {
          ...query,
          ...(until !== undefined && { since: until }),
          ...(since !== undefined && { until: since }),
        };
        return request({ ...question, query: swapped }, place);
      },
    }),
  },
  {
    name: 'one-end-at-a-time',
    mistake: 'It sends endTs only where it does not send startTs.',
    ...{ case: 'parameters/window', reason: 'invented-records' },
    vendor: ({ request }) => ({
      request: ({ query: { since, until, ...query }, ...question }, place) => {
        const end = since === undefined ? { until } : { since };
        return request({ ...question, query: { ...query, ...definite(end) } }, place);
      },
    }),
  },
  {
    name: 'by-the-minute',
    mistake: 'It writes times to the minute.',
    ...{ case: 'parameters/window-second', reason: 'invented-records' },
    vendor: sends((path) => path.replace(/(T\d\d%3A\d\d%3A)\d\d/g, '$100')),
  },
  {
    name: 'this-month',
    mistake: 'It asks for the last 30 days where it is told no beginning, as searches do.',
    ...{ case: 'parameters/window-default', reason: 'missing-records' },
    vendor: ({ request }) => ({
      request: (question, place) => {
        const { now } = question as unknown as { now: string };
        const since = new Date(Date.parse(now) - 30 * 86_400_000).toISOString();
        return request({ ...question, query: { since, ...question.query } }, place);
      },
    }),
  },
  {
    name: 'wants-something',
    mistake: 'It takes an answer without results for broken.',
    ...{ case: 'pages/empty', reason: 'gave-up' },
    also: ['parameters/window-empty'],
    vendor: takes((page) => (page.records.length === 0 ? undefined : page)),
  },
  {
    name: 'more-than-one',
    mistake: 'It takes a totalResults of 1 for none.',
    ...{ case: 'pages/single', reason: 'missing-records' },
    vendor: takes((page) => (page.total === 1 ? { records: [], more: false } : page)),
  },
  {
    name: 'hundred-a-page',
    mistake: 'It takes a hundred records for a page, as searches have it, and asks for the next.',
    ...{ case: 'pages/one-piece', reason: 'gave-up' },
    vendor: takes((page) => ({ ...page, more: page.records.length >= 100 })),
  },
  {
    name: 'deaf-to-next-page',
    mistake: 'It does not look at nextPage.',
    ...{ case: 'pages/part-is-not-all', reason: 'missing-records' },
    vendor: takes(({ records }) => ({ records, more: false })),
  },
  {
    name: 'always-newest-first',
    mistake: 'It does not ask for an order, and turns nothing round.',
    ...{ case: 'order/asc', reason: 'wrong-order' },
    vendor: ({ request }) => ({
      request: (...asked) => withPath(request(...asked), newestFirst),
      isTurnedRound: () => false,
    }),
  },
  {
    name: 'always-oldest-first',
    mistake: 'It brings the oldest first, whatever is asked for.',
    ...{ case: 'order/desc', reason: 'wrong-order' },
    vendor: () => ({ isTurnedRound: () => false }),
  },
  {
    name: 'sorts-by-time',
    mistake: 'It reads the newest first, and sorts by time itself.',
    ...{ case: 'order/ties', reason: 'wrong-order' },
    vendor: ({ request, read }) => ({
      request: (...asked) => withPath(request(...asked), newestFirst),
      read: (...answer) => {
        const page = read(...answer);
        const records = page?.records as Activity[] | undefined;
        records?.sort((a, b) => Date.parse(a.createdTime) - Date.parse(b.createdTime));
        return page;
      },
    }),
  },
  {
    name: 'latin-1',
    mistake: 'It reads UTF-8 as Latin-1.',
    ...{ case: 'records/unicode', reason: 'altered-records' },
    send: (right) => async (base, wanted) => {
      const got = await right(base, wanted);
      return { ...got, body: Buffer.from(got.body).toString('latin1') };
    },
  },
  {
    name: 'undoes-html',
    mistake: 'It takes markup out of texts.',
    ...{ case: 'records/odd-strings', reason: 'altered-records' },
    vendor: withRecords((record) => ({
      ...record,
      activity: record.activity.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&'),
    })),
  },
  {
    name: 'cuts-texts',
    mistake: 'It keeps as much of a text as fits into its column.',
    ...{ case: 'records/long-texts', reason: 'altered-records' },
    vendor: withRecords((record) => ({ ...record, activity: record.activity.slice(0, 1024) })),
  },
  {
    name: 'one-a-second',
    mistake: 'It takes records of the same text and second for one.',
    ...{ case: 'records/identical', reason: 'missing-records' },
    vendor: takes((page) => {
      const seen = new Set<string>();
      const records = page.records.filter((record) => {
        const { activity, createdTime } = record as Activity;
        const key = `${createdTime} ${activity}`;
        return !seen.has(key) && seen.add(key);
      });
      return { records, more: false };
    }),
  },
  {
    name: 'not-internal',
    mistake: "It leaves out internal responses, as they are nobody else's business.",
    ...{ case: 'records/published-types', reason: 'missing-records' },
    vendor: takes(({ records }) => ({
      records: records.filter((one) => (one as Activity).logType !== 'TICKET_INTERNAL_RESPONSE'),
      more: false,
    })),
  },
  {
    name: 'makes-instants',
    mistake: 'It takes what looks like a time for one, in UTC.',
    ...{ case: 'records/changes', reason: 'altered-records' },
    records: (right) =>
      changed(right, (text) =>
        /^\d{4}-\d\d-\d\d \d\d:\d\d/.test(text) ? new Date(`${text}Z`).toISOString() : text,
      ),
  },
  {
    name: 'believes-the-html',
    mistake: 'It leaves the list of changes out where there is HTML that tells them.',
    ...{ case: 'records/changes', reason: 'altered-records' },
    vendor: withRecords(({ changeLog, ...record }) => ({
      ...record,
      ...(changeLog && !record.htmlLog && { changeLog }),
    })),
  },
  {
    name: 'lists-recipients',
    mistake: 'It makes a list of the recipients of a notification where there are several.',
    ...{ case: 'records/changes', reason: 'altered-records' },
    records: (right) => changed(right, (text) => (/^\S+@\S+,/.test(text) ? text.split(',') : text)),
  },
  {
    name: 'one-login-each',
    mistake: 'It takes the first login name of a person for all that they do.',
    ...{ case: 'records/authors', reason: 'altered-records' },
    vendor: (right) => {
      const logins = new Map<string | undefined, string | undefined>();
      return withRecords(({ createdBy, ...record }) => {
        const { email, loginName } = createdBy;
        const first = logins.get(email) ?? loginName;
        logins.set(email, first);
        return { ...record, createdBy: { ...createdBy, ...(first && { loginName: first }) } };
      })(right);
    },
  },
  {
    name: 'author-by-the-text',
    mistake: "It takes the name behind the last by in a text for its author's.",
    ...{ case: 'records/authors', reason: 'altered-records' },
    vendor: withRecords(({ createdBy, ...record }) => {
      const [, firstName = createdBy.firstName] = /.* by (\w+)$/.exec(record.activity) ?? [];
      return { ...record, createdBy: { ...createdBy, ...(firstName && { firstName }) } };
    }),
  },
  {
    name: 'fills-in',
    mistake: 'It fills in what a record lacks.',
    ...{ case: 'records/missing-keys', reason: 'altered-records' },
    vendor: withRecords((record) => ({
      ...record,
      createdBy: { firstName: '', lastName: '', email: '', ...record.createdBy },
    })),
  },
  {
    name: 'gone-is-empty',
    mistake: 'It takes a tenant that is deactivated for one in which nothing was done.',
    ...{ case: 'refusals/deactivated', reason: 'no-error' },
    send: (right) => async (base, wanted) => {
      const got = await right(base, wanted);
      return got.status === 410 ? answer({ results: [] }) : got;
    },
  },
  {
    name: 'hammers-at-500',
    mistake: 'It takes a 500 with the code 0003 for a server that is out of order.',
    ...{ case: 'refusals/not-found-500', reason: 'wrong-error' },
    vendor: ({ meaning }) => ({
      meaning: (got) => (got.status >= 500 ? 'unavailable' : meaning(got)),
    }),
  },
  {
    name: 'number-in-quotes',
    mistake: 'It cannot read a header whose number stands in quotation marks, and waits no time.',
    ...{ case: 'refusals/waits-quoted', reason: 'did-not-wait' },
    vendor: ({ waitOf }) => ({
      waitOf: (got) => (got.headers['x-ratelimit-reset']?.startsWith('"') ? 0 : waitOf(got)),
    }),
  },
  {
    name: 'adds-up-pages',
    mistake: 'It asks on while nextPage is true or the total is not reached, and adds all up.',
    ...{ case: 'lies/next-page', reason: 'repeated-records' },
    also: ['lies/total-more'],
    send: (right) => async (base, wanted) => {
      const first = await right(base, wanted);
      let body = parsed(first);
      if (!body?.results) return first;
      const results = [...body.results];
      for (let n = 2; n < 60 && isShort(body, results.length); n++) {
        const page = withPath(wanted, (path) => `${path}&pageNo=${n}`);
        body = parsed(await right(base, page));
        results.push(...(body?.results ?? []));
      }
      return answer({ results });
    },
  },
  {
    name: 'never-ends',
    mistake: 'It asks for the next page as long as there is said to be one.',
    ...{ case: 'lies/next-page-for-ever', reason: 'too-many-requests' },
    send: (right) => async (base, wanted) => {
      const first = await right(base, wanted);
      for (let n = 2, got = first; n < 60 && parsed(got)?.nextPage; n++)
        got = await right(
          base,
          withPath(wanted, (path) => `${path}&pageNo=${n}`),
        );
      return first;
    },
  },
  {
    name: 'no-more-than-the-total',
    mistake: 'It keeps as many records as the total says.',
    ...{ case: 'lies/total-less', reason: 'missing-records' },
    vendor: takes(({ records, total }) => ({ records: records.slice(0, total), more: false })),
  },
];

type OwnVendor = NonNullable<ClientMutant['vendor']>;

/** Makes something else of each record. */
function withRecords(make: (record: Activity) => Activity): OwnVendor {
  return takes((page) => ({
    ...page,
    records: page.records.map((record) => make(record as Activity)),
  }));
}

function withPath(wanted: Wanted, make: (path: string) => string): Wanted {
  return { ...wanted, path: make(wanted.path) };
}

function newestFirst(path: string): string {
  return path.replace('isDescendingOrder=false', 'isDescendingOrder=true');
}

function definite(query: object): object {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}

interface Answer {
  results?: unknown[];
  totalResults?: number;
  nextPage?: boolean;
}

function isShort(body: Answer | undefined, count: number): boolean {
  return body?.nextPage === true || (body?.totalResults ?? 0) > count;
}

function answer(body: Answer): Got {
  const headers = { 'content-type': 'application/json' };
  return { status: 200, headers, body: JSON.stringify(body) };
}

function parsed({ body }: Got): Answer | undefined {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
