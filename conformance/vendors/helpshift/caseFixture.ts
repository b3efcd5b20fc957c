/** The world of a Helpshift case, as a fixture. */
import type { CaseFixture } from '../../cases/CaseFixture.js';

export const caseFixture: CaseFixture = ({ now, ticket, profile }) => ({
  name: 'case',
  now,
  helpshift: {
    profile,
    credentials: [{ name: 'subject', api_key: 'hs-case-key', domain: 'acme' }],
    domains: { acme: { issues: { '3423': ticket } } },
  },
});
