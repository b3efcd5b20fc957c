/** Clients that are wrong about Motadata's refusals, waits, and answers that are not what they seem. */
import type { ClientMutant } from '../../../mutants/ClientMutant.js';

export const refusalMutants: readonly ClientMutant[] = [
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
