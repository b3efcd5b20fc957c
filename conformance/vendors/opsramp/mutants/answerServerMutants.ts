/** Servers that answer otherwise than they should. */
import { answersJson } from '../../../mutants/answersJson.js';
import type { ServerMutant } from '../../../mutants/ServerMutant.js';
import type { Got, Wanted } from '../../../reference/VendorClient.js';

type Body = Readonly<Record<string, unknown>>;

export const answerServerMutants: readonly ServerMutant[] = [
  {
    name: 'opsramp-server-forgets-by-turns',
    mistake: 'leaves out another activity each time',
    ...{ case: 'endpoint/repeats', reason: 'invented-records' },
    answers: forgetful(),
  },
  {
    name: 'opsramp-server-lacks-next-page',
    mistake: 'does not tell whether there is more',
    ...{ case: 'endpoint/envelope', reason: 'wrong-shape' },
    answers: withLog(({ nextPage, ...rest }) => rest),
  },
  {
    name: 'opsramp-server-prefers-xml',
    mistake: 'says XML of its answer to who takes JSON and XML alike',
    ...{ case: 'endpoint/json', reason: 'wrong-header' },
    answers: (right, { headers }) =>
      headers.accept?.includes('xml')
        ? { ...right, headers: { ...right.headers, 'content-type': 'application/xml' } }
        : right,
  },
  {
    name: 'opsramp-server-echoes-another-form',
    mistake: 'tells the window with a Z',
    ...{ case: 'parameters/echo', reason: 'wrong-shape' },
    answers: withLog((body) => ({
      ...{ ...body, startDate: String(body.startDate).replace('+0000', 'Z') },
      endDate: String(body.endDate).replace('+0000', 'Z'),
    })),
  },
  {
    name: 'opsramp-server-tells-one-order',
    mistake: 'always says that the order is descending',
    ...{ case: 'order/told', reason: 'wrong-told' },
    answers: withLog((body) => ({ ...body, descendingOrder: true })),
  },
  {
    name: 'opsramp-server-counts-one-too-many',
    mistake: 'counts one activity more than there are',
    ...{ case: 'records/total', reason: 'wrong-told' },
    answers: withLog((body) => ({ ...body, totalResults: Number(body.totalResults) + 1 })),
  },
  {
    name: 'opsramp-server-has-pages-of-hundred',
    mistake: 'says that the page of a log has 100 activities',
    ...{ case: 'records/one-piece', reason: 'wrong-told' },
    answers: withLog((body) => ({ ...body, pageSize: 100 })),
  },
  {
    name: 'opsramp-server-has-untyped-activities',
    mistake: 'leaves out the type of activities',
    ...{ case: 'records/fields', reason: 'wrong-record' },
    answers: withRecords(({ logType, ...rest }) => rest),
  },
  {
    name: 'opsramp-server-tells-milliseconds',
    mistake: 'writes times as milliseconds since 1970',
    ...{ case: 'records/time', reason: 'wrong-record' },
    answers: withRecords((one) => ({
      ...one,
      createdTime: Date.parse(String(one.createdTime)),
    })),
  },
  {
    name: 'opsramp-server-numbers-authors',
    mistake: 'tells the id of an author',
    ...{ case: 'records/author', reason: 'wrong-record' },
    answers: withRecords((one) => ({
      ...one,
      createdBy: { ...(one.createdBy as Body), id: 'USR0000002146' },
    })),
  },
  {
    name: 'opsramp-server-types-changes',
    mistake: 'writes new values that look like numbers as numbers',
    ...{ case: 'records/changes', reason: 'wrong-record' },
    answers: withRecords((one) => ({
      ...one,
      ...(one.changeLog !== undefined && {
        changeLog: (one.changeLog as Body[]).map((change) => ({
          ...change,
          newValue: Number(change.newValue),
        })),
      }),
    })),
  },
  {
    name: 'opsramp-server-joins-html',
    mistake: 'writes the pieces of HTML as one text',
    ...{ case: 'records/html', reason: 'wrong-record' },
    answers: withRecords((one) => ({
      ...one,
      ...(Array.isArray(one.htmlLog) && { htmlLog: one.htmlLog.join('') }),
    })),
  },
  {
    name: 'opsramp-server-lists-recipients',
    mistake: 'writes recipients as a list',
    ...{ case: 'records/recipients', reason: 'wrong-record' },
    answers: withRecords((one) => ({
      ...one,
      ...(typeof one.ccList === 'string' && { ccList: one.ccList.split(',') }),
    })),
  },
  {
    name: 'opsramp-server-hides-the-sorting',
    mistake: 'does not tell what incidents are sorted by',
    ...{ case: 'tickets/search', reason: 'wrong-shape' },
    answers: withSearch(({ orderBy, ...rest }) => rest),
  },
  {
    name: 'opsramp-server-has-undated-incidents',
    mistake: 'does not tell when incidents were last changed',
    ...{ case: 'tickets/fields', reason: 'wrong-record' },
    answers: withSearch((body) => ({
      ...body,
      results: (body.results as Body[]).map(({ updatedDate, ...rest }) => rest),
    })),
  },
  {
    name: 'opsramp-server-wraps-incidents',
    mistake: 'answers an incident as a list of one',
    ...{ case: 'tickets/ticket', reason: 'wrong-shape' },
    answers: answersJson((body, { path }) => (/INC\d+\??$/.test(path) ? [body] : body)),
  },
  {
    name: 'opsramp-server-has-a-page-of-nothing',
    mistake: 'tells of one page where nothing was found',
    ...{ case: 'tickets/nothing-found', reason: 'wrong-shape' },
    answers: withSearch((body) => ({ ...body, totalPages: Math.max(1, Number(body.totalPages)) })),
  },
  {
    name: 'opsramp-server-gives-refresh-tokens',
    mistake: 'gives a refresh token beside the token',
    ...{ case: 'tokens/answer', reason: 'wrong-shape' },
    answers: answersJson((body) => {
      const { access_token, ...rest } = body as Body;
      return access_token === undefined ? body : { access_token, ...rest, refresh_token: 'r' };
    }),
  },
  {
    name: 'opsramp-server-limits-in-words',
    mistake: 'tells in words when a limit ends',
    ...{ case: 'limits/headers', reason: 'wrong-header' },
    answers: (right) => ({
      ...right,
      headers: {
        ...{ ...right.headers, 'x-ratelimit-limit': '500', 'x-ratelimit-remaining': '499' },
        'x-ratelimit-reset': 'in a minute',
      },
    }),
  },
];

function isLog(path: string): boolean {
  return path.includes('/activitylog');
}

function withLog(change: (body: Body) => object) {
  return answersJson((body, { path }) => (isLog(path) ? change(body as Body) : body));
}

function withRecords(change: (record: Body) => object) {
  return withLog((body) => ({ ...body, results: (body.results as Body[]).map(change) }));
}

function withSearch(change: (body: Body) => object) {
  return answersJson((body, { path }) => (path.includes('/search') ? change(body as Body) : body));
}

/** Leaves out the first, then the second, and so on. */
function forgetful(): (right: Got, wanted: Wanted) => Got {
  let turn = 0;
  return withLog((body) => {
    const results = body.results as Body[];
    const lost = turn++ % results.length;
    return { ...body, results: results.filter((_, i) => i !== lost) };
  });
}
