/** Clients that do not ask as OpsRamp's page does. */
import type { ClientMutant } from '../../../mutants/ClientMutant.js';
import { sends } from '../../../mutants/sends.js';

export const requestMutants: readonly ClientMutant[] = [
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
];

function definite(query: object): object {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}
