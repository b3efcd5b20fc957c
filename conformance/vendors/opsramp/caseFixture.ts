/** The world of an OpsRamp case, as a fixture. */
import type { CaseFixture } from '../../cases/CaseFixture.js';

const credentials = {
  client: { client_id: 'case-client', client_secret: 'case+client=secret' },
  token: { token: 'opsramp-case-token' },
};

export const caseFixture: CaseFixture = ({ now, ticket, profile, credential = 'client' }) => ({
  name: 'case',
  now,
  opsramp: {
    profile,
    tenants: {
      client_4: {
        credentials: [{ name: 'subject', ...credentials[credential as keyof typeof credentials] }],
        incidents: { INC0000001798: ticket },
      },
    },
  },
});
