/** The world of a Helpshift case, as a fixture. */
import type { CaseFixture } from '../../cases/CaseFixture.js';

const keys = {
  usual: 'hs-case-key',
  // What URLs, forms and base64 may make something else of.
  odd: 'hs+case/key=1%41&~?"x"',
};

export const caseFixture: CaseFixture = ({ now, ticket, profile, credential = 'usual' }) => ({
  name: 'case',
  now,
  helpshift: {
    profile,
    credentials: [
      { name: 'subject', api_key: keys[credential as keyof typeof keys], domain: 'acme' },
    ],
    domains: { acme: { issues: { '3423': ticket } } },
  },
});
