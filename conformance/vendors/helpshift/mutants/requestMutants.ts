/** Clients that do not ask as Helpshift's page does. */
import { asks } from '../../../mutants/asks.js';
import type { ClientMutant } from '../../../mutants/ClientMutant.js';
import { forgetful } from '../../../mutants/forgetful.js';
import { sends } from '../../../mutants/sends.js';
import type { Query } from '../../../reference/VendorClient.js';

/** What the time of where it runs is ahead of UTC, in milliseconds. */
const AHEAD = 5.5 * 60 * 60 * 1000;

export const requestMutants: readonly ClientMutant[] = [
  {
    name: 'counts-too-early',
    mistake: 'It counts the page up before it has asked for the first one.',
    ...{ case: 'endpoint/reads', reason: 'missing-records' },
    vendor: (right) => ({
      ...forgetful(right),
      ...sends((path) => path.replace(/&page=(\d+)/, (_, page) => `&page=${Number(page) + 1}`))(
        right,
      ),
    }),
  },
  {
    name: 'seconds',
    mistake: 'It asks for since and until in seconds.',
    ...{ case: 'parameters/until', reason: 'missing-records' },
    vendor: sends((path) => path.replace(/(since|until)=(\d+)\d{3}/g, '$1=$2')),
  },
  {
    name: 'whole-seconds',
    mistake: 'It leaves out the milliseconds of since and until.',
    ...{ case: 'parameters/milliseconds', reason: 'missing-records' },
    vendor: sends((path) => path.replace(/(since|until)=(\d+)\d{3}/g, '$1=$2000')),
  },
  {
    name: 'local-time',
    mistake: 'It takes since and until for the time of where it runs, five and a half hours ahead.',
    ...{ case: 'parameters/since', reason: 'invented-records' },
    vendor: asks(local),
  },
  {
    name: 'between-the-bounds',
    mistake: 'It leaves out what was done exactly at since or until.',
    ...{ case: 'parameters/window-bounds', reason: 'missing-records' },
    async *records(right, { since = '', until = '' }) {
      const bounds = [since, until].map((one) => Date.parse(one));
      for await (const record of right)
        if (!bounds.includes((record as { action_taken_at: number }).action_taken_at)) yield record;
    },
  },
  {
    name: 'commas',
    mistake: "It puts commas between actions, as the page's example does.",
    ...{ case: 'parameters/actions-json', reason: 'gave-up' },
    vendor: sends((path, { query: { actions = [] } }) =>
      path.replace(/actions=[^&]*/, `actions=${actions.join(',')}`),
    ),
  },
  {
    name: 'actions-again-and-again',
    mistake: 'It gives each action in a parameter of its own, of which the last counts.',
    ...{ case: 'parameters/actions-several', reason: 'missing-records' },
    vendor: sends((path, { query: { actions = [] } }) =>
      [
        path.replace(/&actions=[^&]*/, ''),
        ...actions.map((action) => `actions=${encodeURIComponent(action)}`),
      ].join('&'),
    ),
  },
];

function local({ since, until, ...query }: Query): Query {
  return {
    ...query,
    ...(since !== undefined && { since: ahead(since) }),
    ...(until !== undefined && { until: ahead(until) }),
  };
}

function ahead(instant: string): string {
  return new Date(Date.parse(instant) - AHEAD).toISOString();
}
