/** Clients that are wrong about Helpshift's credentials and tokens. */
import type { ClientMutant } from '../../../mutants/ClientMutant.js';
import type { Wanted } from '../../../reference/VendorClient.js';

export const credentialMutants: readonly ClientMutant[] = [
  {
    name: 'no-colon',
    mistake: 'It takes the key alone for Basic credentials, as a sample of the vendor does.',
    ...{ case: 'credentials/colon', reason: 'gave-up' },
    vendor: () => ({ authorize: ({ api_key = '' }) => basic(api_key) }),
  },
  {
    name: 'bearer-only',
    mistake: 'It sends its key as a bearer token, as it knows from another endpoint.',
    ...{ case: 'credentials/basic', reason: 'gave-up' },
    vendor: () => ({ authorize: ({ api_key }) => ({ authorization: `Bearer ${api_key}` }) }),
  },
  {
    name: 'encodes-the-key',
    mistake: 'It encodes the key in percent before it sends it.',
    ...{ case: 'credentials/odd-key', reason: 'gave-up' },
    vendor: () => ({ authorize: ({ api_key = '' }) => basic(`${encodeURIComponent(api_key)}:`) }),
  },
];

function basic(pair: string): Wanted['headers'] {
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}
