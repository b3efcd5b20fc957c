/** Clients that are wrong about OpsRamp's credentials and tokens. */
import type { ClientMutant } from '../../../mutants/ClientMutant.js';

export const credentialMutants: readonly ClientMutant[] = [
  {
    name: 'client-in-basic',
    mistake: 'It sends its id and secret as Basic credentials, and not in the form.',
    ...{ case: 'credentials/client', reason: 'gave-up' },
    vendor: ({ tokenRequest }) => ({
      tokenRequest: (credentials, turn) => {
        const wanted = tokenRequest(credentials, turn);
        const { client_id, client_secret } = credentials;
        const basic = Buffer.from(`${client_id}:${client_secret}`).toString('base64');
        const headers = { ...wanted?.headers, authorization: `Basic ${basic}` };
        return wanted && { ...wanted, headers, body: 'grant_type=client_credentials' };
      },
    }),
  },
  {
    name: 'json-for-a-token',
    mistake: 'It sends its id and secret as JSON.',
    ...{ case: 'credentials/client', reason: 'gave-up' },
    vendor: ({ tokenRequest }) => ({
      tokenRequest: (credentials, turn) => {
        const wanted = tokenRequest(credentials, turn);
        const body = JSON.stringify(Object.fromEntries(new URLSearchParams(wanted?.body)));
        const headers = { 'content-type': 'application/json' };
        return wanted && { ...wanted, headers, body };
      },
    }),
  },
  {
    name: 'gets-tokens',
    mistake: 'It asks for a token by GET.',
    ...{ case: 'credentials/client', reason: 'gave-up' },
    vendor: ({ tokenRequest }) => ({
      tokenRequest: (credentials, turn) => {
        const wanted = tokenRequest(credentials, turn);
        return wanted && { method: 'GET', path: `${wanted.path}?${wanted.body}`, headers: {} };
      },
    }),
  },
  {
    name: 'pasted-form',
    mistake: 'It puts its secret into the form as it is.',
    ...{ case: 'credentials/odd-client', reason: 'gave-up' },
    vendor: ({ tokenRequest }) => ({
      tokenRequest: (credentials, turn) => {
        const wanted = tokenRequest(credentials, turn);
        const { client_id, client_secret } = credentials;
        const body = `grant_type=client_credentials&client_id=${client_id}&client_secret=${client_secret}`;
        return wanted && { ...wanted, body };
      },
    }),
  },
  {
    name: 'dead-at-401-only',
    mistake: 'It gets a new token after a 401, and takes a 407 for a proxy.',
    ...{ case: 'tokens/refreshed', reason: 'gave-up' },
    vendor: ({ meaning }) => ({
      isTokenDead: ({ status }) => status === 401,
      meaning: (got) => (got.status === 407 ? 'unavailable' : meaning(got)),
    }),
  },
  {
    name: 'seven-thousand-seconds',
    mistake: 'It counts on the two hours of a token, and asks for no other before they are over.',
    ...{ case: 'tokens/expired', reason: 'gave-up' },
    vendor: () => ({ isTokenDead: () => false }),
  },
  {
    name: 'adds-to-text',
    mistake: 'It wants expires_in to be a number.',
    ...{ case: 'tokens/expires-in-text', reason: 'gave-up' },
    vendor: ({ readToken }) => ({
      readToken: (body) =>
        typeof (body as { expires_in: unknown }).expires_in === 'number'
          ? readToken(body)
          : undefined,
    }),
  },
  {
    name: 'short-path-only',
    mistake: 'It knows one of the two paths that give tokens.',
    ...{ case: 'tokens/tenancy-path', reason: 'gave-up' },
    vendor: ({ tokenRequest }) => ({
      tokenRequest: (credentials, turn) => (turn === 0 ? tokenRequest(credentials, 0) : undefined),
    }),
  },
];
