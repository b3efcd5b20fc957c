/** Clients that are wrong about answers that are late or do not come. */
import { setTimeout as pass } from 'node:timers/promises';
import { ClientError } from '../reference/ClientError.js';
import type { Send } from '../reference/send.js';
import type { ClientMutant } from './ClientMutant.js';
import { endsWithoutA } from './endsWithoutA.js';

export const transportMutants: readonly ClientMutant[] = [
  {
    name: 'never-again',
    mistake: 'It does not ask again when the server is out of order.',
    ...{ case: 'transport/unavailable', reason: 'gave-up' },
    send: (right) => async (base, wanted) => {
      const got = await right(base, wanted);
      if (got.status >= 500) throw new ClientError('other', `status ${got.status}`);
      return got;
    },
  },
  {
    name: 'again-by-status-alone',
    mistake: 'It asks again after a 503, but not when there was no answer at all.',
    ...{ case: 'transport/reset', reason: 'gave-up' },
    also: ['transport/cut'],
    send: (right) => (base, wanted) =>
      right(base, wanted).catch((error) => {
        throw new ClientError('other', error.message);
      }),
  },
  {
    name: 'blames-the-credential',
    mistake: 'It takes whatever is no 200 for a wrong credential.',
    ...{ case: 'transport/unavailable-for-good', reason: 'wrong-error' },
    also: ['transport/gateway', 'tokens/unavailable'],
    vendor: ({ meaning }) => ({
      meaning: (got) => (meaning(got) === 'unavailable' ? 'unauthorized' : meaning(got)),
    }),
  },
  {
    name: 'outage-is-the-end',
    mistake: 'It takes a connection that breaks for the end of the log.',
    ...{ case: 'transport/reset-for-good', reason: 'no-error' },
    also: [
      'transport/cut-at-the-end',
      'transport/close-for-good',
      'transport/gzip-cut',
      'transport/wrong-length',
    ],
    records: endsWithoutA('unavailable'),
  },
  {
    name: 'does-not-read-retry-after',
    mistake: 'It goes by its own idea of how long to wait after a 503.',
    ...{ case: 'transport/retry-after', reason: 'did-not-wait' },
    send: (right) => withRetryAfter(right, () => undefined),
  },
  {
    name: 'no-date-in-retry-after',
    mistake: 'It reads the seconds of Retry-After, but no date.',
    ...{ case: 'transport/retry-after-date', reason: 'did-not-wait' },
    send: (right) =>
      withRetryAfter(right, (after) => (/^\d+$/.test(after ?? '') ? after : undefined)),
  },
  {
    name: 'impatient',
    mistake: 'It gives up an answer that takes more than a quarter of a second.',
    ...{ case: 'transport/slow', reason: 'gave-up' },
    send: (right) => (base, wanted) =>
      Promise.race([
        right(base, wanted),
        pass(250).then(() => {
          throw new ClientError('other', 'it took more than 250 ms');
        }),
      ]),
  },
];

function withRetryAfter(
  right: Send,
  make: (after: string | undefined) => string | undefined,
): Send {
  return async (base, wanted) => {
    const got = await right(base, wanted);
    const { 'retry-after': after, ...headers } = got.headers;
    const made = make(after);
    return { ...got, headers: made === undefined ? headers : { ...headers, 'retry-after': made } };
  };
}
