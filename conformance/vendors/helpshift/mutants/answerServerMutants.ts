/** Servers of Helpshift that write answers in another way, or not always in the same. */
import { answersJson } from '../../../mutants/answersJson.js';
import { hearsQuery } from '../../../mutants/hearsQuery.js';
import type { ServerMutant } from '../../../mutants/ServerMutant.js';
import { withoutParameter } from '../../../mutants/withoutParameter.js';
import type { Wanted } from '../../../reference/VendorClient.js';

type Writing = Readonly<Record<string, unknown>>;

/** Other records on a page of audit logs. */
function answersRecords(
  change: (records: readonly Writing[], query: URLSearchParams, wanted: Wanted) => unknown[],
) {
  return answersJson((body, wanted) => {
    const { audit_logs: records } = body as { audit_logs?: Writing[] };
    if (!records) return body;
    const query = new URLSearchParams(wanted.path.split('?')[1]);
    return { ...(body as object), audit_logs: change(records, query, wanted) };
  });
}

function eachRecord(change: (record: Writing) => unknown) {
  return answersRecords((records) => records.map(change));
}

/** Another body where the list of issues is asked for. */
function answersIssues(change: (body: Writing & { issues: Writing[] }) => unknown) {
  return answersJson((body, { path }) =>
    path.startsWith('/v1/') ? change(body as Writing & { issues: Writing[] }) : body,
  );
}

/** How often each has been asked for. */
const asked = new Map<string, number>();

export const answerServerMutants: readonly ServerMutant[] = [
  {
    name: 'helpshift-skips-at-borders',
    mistake: 'loses the first record of each page but the first',
    ...{ case: 'pages/newest-first', reason: 'missing-records' },
    answers: answersRecords((records, query) =>
      Number(query.get('page') ?? 1) > 1 ? records.slice(1) : [...records],
    ),
  },
  {
    name: 'helpshift-tells-the-default-as-100',
    mistake: 'says that a page has 100 records where page_size is left out',
    ...{ case: 'pages/default-told', reason: 'wrong-told' },
    answers: answersJson((body, { path }) =>
      path.includes('page_size') ? body : { ...(body as object), 'page-size': 100 },
    ),
  },
  {
    name: 'helpshift-sorts-pages',
    mistake: 'cuts the log into pages, and then turns each of them round',
    ...{ case: 'order/pages', reason: 'wrong-order' },
    heard: hearsQuery((query) => query.set('sort_order', 'asc')),
    answers: answersRecords((records, query) =>
      query.get('sort_order') === 'asc' ? [...records] : [...records].reverse(),
    ),
  },
  {
    name: 'helpshift-filters-pages',
    mistake: 'cuts the log into pages, and then chooses the actions',
    ...{ case: 'parameters/actions-in-pages', reason: 'missing-records' },
    heard: withoutParameter('actions'),
    answers: answersRecords((records, query) => {
      const written = query.get('actions') ?? '';
      if (written === '') return [...records];
      const actions = written.startsWith('[') ? JSON.parse(written) : written.split(',');
      return records.filter(({ action }) => actions.includes(action));
    }),
  },
  {
    name: 'helpshift-changes-its-mind',
    mistake: 'leaves out a record once it has been asked the same twice',
    ...{ case: 'endpoint/repeats', reason: 'missing-records' },
    answers: answersRecords((records, _query, { path }) => {
      const times = asked.get(path) ?? 0;
      asked.set(path, times + 1);
      return times < 2 ? [...records] : records.slice(1);
    }),
  },
  {
    name: 'helpshift-calls-the-action-type',
    mistake: 'has another name for the action',
    ...{ case: 'records/fields', reason: 'wrong-record' },
    answers: eachRecord(({ action, ...record }) => ({ ...record, type: action })),
  },
  {
    name: 'helpshift-counts-seconds',
    mistake: 'tells times in seconds',
    ...{ case: 'records/time', reason: 'wrong-record' },
    answers: eachRecord(({ action_taken_at: time, ...record }) => ({
      ...{ action_taken_at: Math.floor(Number(time) / 1000), ...record },
    })),
  },
  {
    name: 'helpshift-names-actors',
    mistake: 'has the name of an actor in its place',
    ...{ case: 'records/actor', reason: 'wrong-record' },
    answers: eachRecord((record) => ({
      ...{ ...record, actor: (record.actor as { name?: string }).name ?? 'nobody' },
    })),
  },
  {
    name: 'helpshift-adds-an-id',
    mistake: 'has a field that the page does not have',
    ...{ case: 'records/nothing-else', reason: 'wrong-record' },
    answers: eachRecord((record) => ({ ...record, log_id: `l-${record.action_taken_at}` })),
  },
  {
    name: 'helpshift-has-no-envelope',
    mistake: 'lists issues with nothing around them',
    ...{ case: 'tickets/envelope', reason: 'wrong-shape' },
    answers: answersIssues(({ issues }) => issues),
  },
  {
    name: 'helpshift-lists-in-seconds',
    mistake: 'tells in seconds when issues were created',
    ...{ case: 'tickets/fields', reason: 'wrong-record' },
    answers: answersIssues((body) => ({
      ...body,
      issues: body.issues.map((issue) => ({ ...issue, created_at: 1740988800 })),
    })),
  },
  {
    name: 'helpshift-lists-200',
    mistake: 'has 200 issues on a page where page-size is left out',
    ...{ case: 'tickets/default-size', reason: 'wrong-told' },
    answers: answersIssues((body) => ({
      ...body,
      'page-size': body['page-size'] === 100 ? 200 : body['page-size'],
    })),
  },
  {
    name: 'helpshift-counts-no-pages',
    mistake: 'has no page where the list is empty',
    ...{ case: 'tickets/later', reason: 'wrong-told' },
    answers: answersIssues((body) => ({
      ...body,
      'total-pages': body.issues.length === 0 ? 0 : body['total-pages'],
    })),
  },
];
