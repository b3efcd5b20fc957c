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
    name: 'opsramp-server-needs-an-end',
    mistake: 'refuses a request without endTs',
    ...{ case: 'endpoint/no-parameters', reason: 'refused' },
    answers: (right, { path }) => (isLog(path) && !path.includes('endTs') ? refusal(400) : right),
  },
  {
    name: 'opsramp-server-misses-empty-logs',
    mistake: 'says of an incident without activities that it is not there',
    ...{ case: 'endpoint/nothing-done', reason: 'refused' },
    answers: (right, { path }) => (path.includes('4712') ? refusal(404) : right),
  },
  {
    name: 'opsramp-server-refuses-idle-windows',
    mistake: 'says of a window in which nothing was done that it is not there',
    ...{ case: 'parameters/empty-window', reason: 'refused' },
    answers: (right) => (right.body.startsWith('{"results":[],') ? refusal(404) : right),
  },
  {
    name: 'opsramp-server-begins-at-creation',
    mistake: 'refuses a startTs from before the creation',
    ...{ case: 'parameters/whole-window', reason: 'refused' },
    answers: (right, { path }) => (path.includes('startTs=1990') ? refusal(400) : right),
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

/** Leaves out the first, then the second, and so on. */
function forgetful(): (right: Got, wanted: Wanted) => Got {
  let turn = 0;
  return withLog((body) => {
    const results = body.results as Body[];
    const lost = turn++ % results.length;
    return { ...body, results: results.filter((_, i) => i !== lost) };
  });
}

function refusal(status: number): Got {
  const headers = { 'content-type': 'application/json' };
  return { status, headers, body: '{"code":"0003","message":"No."}' };
}
