/** The world of an OpsRamp case, as a fixture. */
import type { CaseFixture } from '../../cases/CaseFixture.js';

const credentials = {
  client: { client_id: 'case-client', client_secret: 'case-client-secret' },
  // What a form has to encode.
  'odd-client': { client_id: 'case client/4', client_secret: 'a+b=c&client_id=d%2Be é' },
  token: { token: 'opsramp-case-token' },
};

export const caseFixture: CaseFixture = ({ now, ticket, profile, credential, getsTokens }) => {
  const kind = (credential ?? (getsTokens ? 'client' : 'token')) as keyof typeof credentials;
  return {
    name: 'case',
    now,
    opsramp: {
      profile,
      tenants: {
        client_4: {
          credentials: [{ name: 'subject', ...credentials[kind] }],
          incidents: { INC0000001798: ticket },
        },
      },
    },
  };
};
