/** Clients that are wrong about refusals, waits, tokens, and answers that do not come as they should. */
import { setTimeout as pass } from 'node:timers/promises';
import { ClientError, type ErrorCode } from '../reference/ClientError.js';
import type { Send } from '../reference/send.js';
import type { Got, Wanted } from '../reference/VendorClient.js';
import type { ClientMutant } from './ClientMutant.js';
import { takeAnything } from './takeAnything.js';
import { takes } from './takes.js';

export const transportMutants: readonly ClientMutant[] = [
  {
    name: 'key-in-the-url',
    mistake: 'It repeats its credential in the URL.',
    ...{ case: 'endpoint/reads', reason: 'credential-leaked' },
    also: ['credentials/kept'],
    send: (right) => (base, wanted) => {
      const secret = wanted.headers.authorization?.split(' ').at(-1) ?? '';
      const mark = wanted.path.includes('?') ? '&' : '?';
      return right(base, { ...wanted, path: `${wanted.path}${mark}auth=${secret}` });
    },
  },
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
    records: withoutA('unauthorized', 'forbidden', 'not_found', 'invalid_request', 'other'),
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
    records: withoutA('unavailable'),
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
    name: 'keeps-what-came',
    mistake: 'It takes the whole records out of a body that was cut.',
    ...{ case: 'transport/cut-for-good', reason: 'no-error' },
    vendor: takes(({ records, more }) => ({ records, more })),
    send: () => async (base, wanted) => mended(await takeAnything(base, wanted)),
  },
  {
    name: 'mends-json',
    mistake: 'It takes the whole records out of JSON that ends in the middle.',
    ...{ case: 'lies/truncated', reason: 'missing-records' },
    vendor: takes(({ records, more }) => ({ records, more })),
    send: (right) => async (base, wanted) => mended(await right(base, wanted)),
  },
  {
    name: 'does-not-unpack',
    mistake: 'It does not unpack what comes compressed, and takes what it cannot read for nothing.',
    ...{ case: 'transport/gzip', reason: 'missing-records' },
    send: () => takeAnything,
    records: withoutA('malformed_response'),
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
  {
    name: 'goes-anywhere',
    mistake: 'It follows a redirect to another host, with its credential.',
    ...{ case: 'transport/redirect-elsewhere', reason: 'credential-sent-elsewhere' },
    also: ['tokens/redirect-elsewhere'],
    send: (right) => async (base, wanted) => {
      const got = await right(base, wanted);
      if (got.status < 300 || got.status >= 400) return got;
      const { origin, pathname, search } = new URL(got.headers.location ?? '', base);
      return right(origin, { ...wanted, path: pathname + search });
    },
  },
  {
    name: 'unread-is-empty',
    mistake: 'It takes what it cannot read for a log in which nothing stands.',
    ...{ case: 'lies/login-page', reason: 'no-error' },
    also: [
      'lies/login-page-once',
      'lies/login-page-later',
      'lies/wrong-type',
      'lies/comma',
      'lies/quotes',
      'transport/too-short',
    ],
    records: withoutA('malformed_response'),
  },
  {
    name: 'keeps-a-dead-token',
    mistake: 'It gets no other token when the one it has is dead.',
    ...{ case: 'tokens/refreshed', reason: 'gave-up' },
    also: ['tokens/expired'],
    vendor: () => ({ isTokenDead: () => false }),
  },
  {
    name: 'a-token-each',
    mistake: 'It gets a token for each request.',
    ...{ case: 'tokens/reused', reason: 'too-many-requests' },
    send: (right) => {
      let token: Wanted | undefined;
      let isNew = false;
      return async (base, wanted) => {
        if (isForToken(wanted)) [token, isNew] = [wanted, true];
        else if (isNew) isNew = false;
        else if (token) await right(base, token);
        return right(base, wanted);
      };
    },
  },
  {
    name: 'tokens-without-end',
    mistake: 'It gets token after token, however often they are dead at once.',
    ...{ case: 'tokens/dead-for-good', reason: 'too-many-requests' },
    send: (right) => {
      let token: Wanted | undefined;
      return async (base, wanted) => {
        if (isForToken(wanted)) {
          token = wanted;
          return right(base, wanted);
        }
        let got = await right(base, wanted);
        for (let tried = 1; tried < 10 && token && [401, 407].includes(got.status); tried++) {
          const { access_token } = JSON.parse((await right(base, token)).body);
          const headers = { ...wanted.headers, authorization: `Bearer ${access_token}` };
          got = await right(base, { ...wanted, headers });
        }
        return got;
      };
    },
  },
];

/** Ends without a word where it should end with one of these errors. */
function withoutA(...codes: readonly ErrorCode[]): NonNullable<ClientMutant['records']> {
  return async function* (right) {
    try {
      yield* right;
    } catch (error) {
      if (!(error instanceof ClientError && codes.includes(error.code))) throw error;
    }
  };
}

function insisting(right: Send, goesOn: (got: Got) => boolean): Send {
  return async (base, wanted) => {
    let got = await right(base, wanted);
    for (let tried = 1; tried < 10 && goesOn(got); tried++) got = await right(base, wanted);
    return got;
  };
}

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

/** What is whole of a list, with what closes it. */
function mended(got: Got): Got {
  if (isJson(got.body)) return got;
  for (let end = got.body.lastIndexOf('},'); end > 0; end = got.body.lastIndexOf('},', end - 1)) {
    const whole = got.body.slice(0, end + 1);
    const body = [`${whole}]`, `${whole}]}`].find(isJson);
    if (body !== undefined) return { ...got, body };
  }
  return got;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isForToken({ body = '' }: Wanted): boolean {
  return body.includes('grant_type');
}
