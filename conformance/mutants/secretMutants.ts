/** Clients that are wrong about tokens, or careless with secrets. */
import type { Wanted } from '../reference/VendorClient.js';
import type { ClientMutant } from './ClientMutant.js';

export const secretMutants: readonly ClientMutant[] = [
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

function isForToken({ body = '' }: Wanted): boolean {
  return body.includes('grant_type');
}
