/** Clients that are wrong about refusals and waits. */
import { ClientError } from '../reference/ClientError.js';
import type { Send } from '../reference/send.js';
import type { Got } from '../reference/VendorClient.js';
import type { ClientMutant } from './ClientMutant.js';
import { endsWithoutA } from './endsWithoutA.js';

export const refusalMutants: readonly ClientMutant[] = [
  {
    name: 'vague',
    mistake: 'It reports that something went wrong, and not what.',
    ...{ case: 'refusals/wrong-credential', reason: 'wrong-error' },
    also: ['refusals/wrong-token', 'tokens/refused'],
    vendor: () => ({ meaning: () => 'other' }),
  },
  {
    name: 'nothing-is-nothing',
    mistake: 'It takes a refusal for a log in which nothing stands.',
    ...{ case: 'refusals/not-found', reason: 'no-error' },
    also: [
      'refusals/revoked',
      'refusals/deactivated',
      'refusals/old-version',
      'refusals/trail-off',
      'refusals/switched-off',
    ],
    records: endsWithoutA('unauthorized', 'forbidden', 'not_found', 'invalid_request', 'other'),
  },
  {
    name: 'insists',
    mistake: 'It asks ten times, whatever it is refused for.',
    ...{ case: 'refusals/not-found', reason: 'too-many-requests' },
    also: ['refusals/bad-request'],
    send: (right) => insisting(right, ({ status }) => status >= 400 && status < 500),
  },
  {
    name: 'limit-is-an-outage',
    mistake: 'It reports that the server is unavailable where it is refused for asking too often.',
    ...{ case: 'refusals/limited-for-good', reason: 'wrong-error' },
    vendor: ({ meaning }) => ({
      meaning: (got) => (meaning(got) === 'rate_limited' ? 'unavailable' : meaning(got)),
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
  {
    name: 'waits-a-thousandfold',
    mistake: 'It takes milliseconds for seconds.',
    ...{ case: 'refusals/waits', reason: 'waited-too-long' },
    vendor: ({ waitOf }) => ({
      waitOf: (got) => {
        const wait = waitOf(got);
        return wait && wait * 1000;
      },
    }),
  },
  {
    name: 'waits-once',
    mistake: 'It waits once, and gives up when it is refused again.',
    ...{ case: 'refusals/waits-twice', reason: 'gave-up' },
    send: (right) => {
      let refused = 0;
      return async (base, wanted) => {
        const got = await right(base, wanted);
        if (got.status === 429) refused++;
        if (refused > 1) throw new ClientError('rate_limited', 'too many requests');
        return got;
      };
    },
  },
];

function insisting(right: Send, goesOn: (got: Got) => boolean): Send {
  return async (base, wanted) => {
    let got = await right(base, wanted);
    for (let tried = 1; tried < 10 && goesOn(got); tried++) got = await right(base, wanted);
    return got;
  };
}
