/** Clients that are wrong in ways that any vendor's may be. */
import { ClientError } from '../reference/ClientError.js';
import type { ClientMutant } from './ClientMutant.js';

export const clientMutants: readonly ClientMutant[] = [
  {
    name: 'loses-the-last',
    mistake: 'It never passes on the record that it holds when the log ends.',
    ...{ case: 'endpoint/reads', reason: 'missing-records' },
    async *records(right) {
      let held: { record: unknown } | undefined;
      for await (const record of right) {
        if (held) yield held.record;
        held = { record };
      }
    },
  },
  {
    name: 'vague',
    mistake: 'It reports that something went wrong, and not what.',
    ...{ case: 'refusals/wrong-credential', reason: 'wrong-error' },
    vendor: () => ({ meaning: () => 'other' }),
  },
  {
    name: 'first-page-only',
    mistake: 'It takes the first page for all there is.',
    ...{ case: 'pages/every-page', reason: 'missing-records' },
    vendor: ({ read }) => ({
      read: (body, place) => {
        const page = read(body, place);
        return page && { records: page.records, more: false };
      },
    }),
  },
  {
    name: 'asks-again-at-once',
    mistake: 'It asks again at once when it is told to wait.',
    ...{ case: 'refusals/waits', reason: 'did-not-wait' },
    sleep: async () => {},
  },
  {
    name: 'gives-up',
    mistake: 'It gives up where it should wait.',
    ...{ case: 'refusals/waits', reason: 'gave-up' },
    sleep: async () => {
      throw new ClientError('rate_limited', 'too many requests');
    },
  },
];
