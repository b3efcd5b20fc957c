/** Clients that do not ask as Motadata's page does. */
import type { ClientMutant, VendorMistake } from '../../../mutants/ClientMutant.js';
import { sends } from '../../../mutants/sends.js';

export const requestMutants: readonly ClientMutant[] = [
  {
    name: 'asks-by-get',
    mistake: 'It asks by GET, as one that only reads.',
    ...{ case: 'endpoint/reads', reason: 'gave-up' },
    vendor: ({ request }) => ({
      request: (...asked) => ({ ...request(...asked), method: 'GET' }),
    }),
  },
  {
    name: 'two-slashes',
    mistake: 'It joins the host and the path with a slash too many.',
    ...{ case: 'endpoint/one-slash', reason: 'gave-up' },
    vendor: sends((path) => path.replace('/api/', '/api//')),
  },
  {
    name: 'without-v1',
    mistake: 'It leaves the version out of the path.',
    ...{ case: 'endpoint/reads', reason: 'gave-up' },
    vendor: sends((path) => path.replace('/v1/', '/')),
  },
  {
    name: 'name-for-id',
    mistake: 'It asks for a request by the name that users see.',
    ...{ case: 'endpoint/reads', reason: 'gave-up' },
    vendor: sends((path) => path.replace('/request/', '/request/INC-')),
  },
  {
    name: 'insists-on-tls',
    mistake: 'It asks by HTTPS, whatever the address says.',
    ...{ case: 'endpoint/reads', reason: 'gave-up' },
    send: (right) => (base, wanted) => right(base.replace('http:', 'https:'), wanted),
  },
  {
    name: 'filters',
    mistake: 'It sends a filter, as sibling endpoints have it.',
    ...{ case: 'parameters/empty-object', reason: 'wrong-body' },
    vendor: withBody('{"qualDetails":{"type":"FlatQualificationRest","quals":[]}}'),
  },
  {
    name: 'no-body',
    mistake: 'It sends no body, as it has nothing to say.',
    ...{ case: 'endpoint/reads', reason: 'gave-up' },
    vendor: withBody(''),
  },
  {
    name: 'of-no-type',
    mistake: 'It does not say that its body is JSON.',
    ...{ case: 'parameters/content-type', reason: 'gave-up' },
    vendor: ({ request }) => ({
      request: (...asked) => ({ ...request(...asked), headers: {} }),
    }),
  },
  {
    name: 'only-an-object',
    mistake: 'It looks for an objectList first, and finds no audit in a bare list.',
    ...{ case: 'endpoint/reads', reason: 'missing-records' },
    vendor: ({ read }) => ({
      read: (body, place) => read(Array.isArray(body) ? { objectList: [] } : body, place),
    }),
  },
];

function withBody(body: string): VendorMistake {
  return ({ request }) => ({ request: (...asked) => ({ ...request(...asked), body }) });
}
