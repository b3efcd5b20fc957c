/** The world of a Motadata case, as a fixture. */
import type { CaseFixture } from '../../cases/CaseFixture.js';

const credentials = {
  key: { api_key: 'case/key+AuditRg@Y2FzZS1rZXk' },
  token: { token: 'motadata-case-token' },
  client: {
    client_id: 'case-client',
    client_secret: 'case-client-secret',
    username: 'case.user@example.com',
    password: 'case password',
  },
};

export const caseFixture: CaseFixture = ({ now, ticket, profile, credential = 'key' }) => ({
  name: 'case',
  now,
  motadata: {
    profile,
    credentials: [{ name: 'subject', ...credentials[credential as keyof typeof credentials] }],
    requests: { '1': ticket },
  },
});
