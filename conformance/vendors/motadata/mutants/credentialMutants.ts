/** Clients that are wrong about Motadata's credentials and tokens. */
import type { ClientMutant, VendorMistake } from '../../../mutants/ClientMutant.js';
import type { Wanted } from '../../../reference/VendorClient.js';

export const credentialMutants: readonly ClientMutant[] = [
  {
    name: 'bearer-key',
    mistake: 'It sends its key after the word Bearer, as the table of headers can be read.',
    ...{ case: 'credentials/key', reason: 'gave-up' },
    vendor: ({ authorize }) => ({
      authorize: (credentials, token) => ({
        authorization: `${authorize(credentials, token).authorization}`.replace('Apikey', 'Bearer'),
      }),
    }),
  },
  {
    name: 'key-for-all',
    mistake: 'It sends a token after the word Apikey.',
    ...{ case: 'credentials/token', reason: 'gave-up' },
    vendor: ({ authorize }) => ({
      authorize: ({ token, ...others }, fetched) => ({
        authorization: token ? `Apikey ${token}` : `${authorize(others, fetched).authorization}`,
      }),
    }),
  },
  {
    name: 'encodes-twice',
    mistake: 'It encodes a key, and its library encodes it once more.',
    ...{ case: 'credentials/odd-key', reason: 'gave-up' },
    vendor: withKey((key) => encodeURIComponent(encodeURIComponent(key))),
  },
  {
    name: 'encodes-always',
    mistake: 'It encodes a key that it was given encoded.',
    ...{ case: 'credentials/encoded-key', reason: 'gave-up' },
    vendor: withKey(encodeURIComponent),
  },
  {
    name: 'key-as-it-is',
    mistake: 'It sends a key as it is, where the server wants it encoded.',
    ...{ case: 'credentials/key-as-shown', reason: 'gave-up' },
    vendor: withKey((key) => key),
  },
  {
    name: 'client-in-the-form',
    mistake: 'It sends its client in the form, and not in Basic.',
    ...{ case: 'credentials/client', reason: 'gave-up' },
    vendor: ({ tokenRequest }) => ({
      tokenRequest: (credentials, turn) => {
        const wanted = tokenRequest(credentials, turn);
        const { client_id = '', client_secret = '' } = credentials;
        const { authorization, ...headers } = wanted?.headers ?? {};
        const body = `${wanted?.body}&${new URLSearchParams({ client_id, client_secret })}`;
        return wanted && { ...wanted, headers, body };
      },
    }),
  },
  {
    name: 'pasted-form',
    mistake: 'It puts the password into the form as it is.',
    ...{ case: 'credentials/odd-client', reason: 'gave-up' },
    vendor: ({ tokenRequest }) => ({
      tokenRequest: (credentials, turn) => {
        const wanted = turn === 0 ? tokenRequest(credentials, turn) : undefined;
        const { username, password } = credentials;
        const body = `grant_type=password&username=${username}&password=${password}`;
        return wanted && { ...wanted, body };
      },
    }),
  },
  {
    name: 'one-form-only',
    mistake: 'It knows one way to write a form.',
    ...{ case: 'tokens/multipart', reason: 'gave-up' },
    vendor: ({ tokenRequest }) => ({
      tokenRequest: (credentials, turn) => (turn === 0 ? tokenRequest(credentials, 0) : undefined),
    }),
  },
  {
    name: 'looks-for-a-token',
    mistake: 'It looks for a key called token in the answer that has one.',
    ...{ case: 'credentials/client', reason: 'gave-up' },
    vendor: () => ({
      readToken: (body) => {
        const { token } = body as { token?: unknown };
        return typeof token === 'string' ? { token } : undefined;
      },
    }),
  },
  {
    name: 'refresh-or-nothing',
    mistake: 'It knows no way to another token but its refresh token.',
    ...{ case: 'tokens/refreshed', reason: 'gave-up' },
    send: refreshing((wanted) => wanted),
  },
  {
    name: 'refreshes-as-nobody',
    mistake: 'It does not say which client it is when it refreshes its token.',
    ...{ case: 'tokens/expired', reason: 'gave-up' },
    send: refreshing(({ headers: { authorization: _, ...headers }, ...wanted }) => ({
      ...wanted,
      headers,
    })),
  },
  {
    name: 'first-refresh-token',
    mistake: 'It keeps its first refresh token, though it is given others.',
    ...{ case: 'tokens/expired-again', reason: 'gave-up' },
    send: refreshing((wanted) => wanted, true),
  },
  {
    name: 'wrong-form',
    mistake: 'It takes a wrong password for a wrong request, for its 400.',
    ...{ case: 'tokens/wrong-password', reason: 'wrong-error' },
    vendor: ({ meaning }) => ({
      meaning: (got) => (got.status === 400 ? 'invalid_request' : meaning(got)),
    }),
  },
];

/** Sends keys in another way. */
function withKey(make: (key: string) => string): VendorMistake {
  return ({ authorize }) => ({
    authorize: (credentials, token) =>
      credentials.api_key === undefined
        ? authorize(credentials, token)
        : { authorization: `Apikey ${make(credentials.api_key)}` },
  });
}

/** Gets each token after the first with a refresh token: the newest one, or always the first. */
function refreshing(
  make: (wanted: Wanted) => Wanted,
  first = false,
): NonNullable<ClientMutant['send']> {
  return (right) => {
    let refresh: string | undefined;
    return async (base, wanted) => {
      if (!wanted.body?.includes('grant_type')) return right(base, wanted);
      const form = { grant_type: 'refresh_token', refresh_token: `${refresh}` };
      const body = new URLSearchParams(form).toString();
      const got = await right(base, refresh === undefined ? wanted : make({ ...wanted, body }));
      const { refresh_token } = JSON.parse(got.body);
      refresh = (first ? refresh : undefined) ?? refresh_token ?? refresh;
      return got;
    };
  };
}
