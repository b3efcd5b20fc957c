/** The world of a Motadata case, as a fixture. */
import type { CaseFixture } from '../../cases/CaseFixture.js';

const credentials = {
  key: { api_key: 'case-key.AuditRg' },
  'odd-key': { api_key: 'case/key+AuditRg@Y2FzZS1rZXk==' },
  // As the vendor's own pages show keys.
  'encoded-key': { api_key: 'case%2Fkey%2BAuditRg%40Y2FzZS1rZXk%3D%3D' },
  'own-format': { api_key: 'case-key.AuditRg', zone: 'Asia/Tokyo', format: 'dd-MM-yyyy HH:mm' },
  token: { token: 'motadata-case-token' },
  client: {
    client_id: 'case-client',
    client_secret: 'case-client-secret',
    username: 'case.user@example.com',
    password: 'case-password',
  },
  // What a form has to encode, and what Basic takes as it is.
  'odd-client': {
    client_id: 'case+client/1',
    client_secret: 'case:client=secret&',
    username: 'case+user@example.com',
    password: 'a+b=c&username=d%2Be é',
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
