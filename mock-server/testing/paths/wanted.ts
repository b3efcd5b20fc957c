/** Requests of each vendor's clients, drawn at random; few are wrong, and each in few ways. */
import fc from 'fast-check';
import type { SessionVendor } from '../../Simulator.js';
import type { VendorName } from '../model/PlainFault.js';
import type { RawRequest } from './rawAnswers.js';
import { actions, DAY, START, second } from './writing.js';

type Credential = SessionVendor['credentials'][0];
type Authorization = (credential: Credential) => string;

/** A request, once the secrets are known that are good for it. */
export interface Wanted extends Omit<RawRequest, 'headers'> {
  /** Which of the vendor's credentials it is sent with; more than there are is a wrong one, -1 none. */
  holder: number;
  authorization: Authorization;
  type?: string | undefined;
}

const small = fc.integer({ min: 1, max: 7 }).map(String);
const odd = fc.constantFrom(
  '',
  '2025-11-03T09:00:00 0000',
  '0',
  '-1',
  '007',
  '1e3',
  ' 1',
  'x',
  'null',
  '501',
  '9'.repeat(20),
);
const number = fc.oneof({ weight: 19, arbitrary: small }, { weight: 1, arbitrary: odd });
const seldom = <Value>(arbitrary: fc.Arbitrary<Value>, usual: Value, weight = 24) =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary });
const ticket = seldom(fc.constantFrom('3', 'x'), '1').chain((id) =>
  id === '1' ? fc.constantFrom('1', '1', '2') : fc.constant(id),
);
/** Mostly not before `until`. */
const since = fc.nat(60).map((n) => START + 3500 * n - (n > 40 ? 2 * DAY : 0));
const until = fc.nat(60).map((n) => START + 3500 * (40 - n) - (n > 40 ? DAY : 0));

/** A query of some of a vendor's parameters, repeated ones and others among them. */
function query(values: Record<string, fc.Arbitrary<string>>): fc.Arbitrary<string> {
  const pairs = Object.entries({ ...values, other: fc.constant('1') }).map(([name, value]) => ({
    weight: name === 'other' ? 1 : 6,
    arbitrary: value.map((text): [string, string] => [name, text]),
  }));
  const usual = fc.uniqueArray(fc.oneof(...pairs), { selector: ([name]) => name, maxLength: 6 });
  return fc
    .tuple(usual, seldom(fc.array(fc.oneof(...pairs), { maxLength: 2 }), []))
    .map(([some, more]) => [...some, ...more])
    .map((all) => (all.length === 0 ? '' : `?${new URLSearchParams(all)}`));
}

export const wanted: Record<VendorName, fc.Arbitrary<Wanted>> = {
  helpshift: fc.record({
    method: seldom(fc.constantFrom('HEAD', 'HEAD', 'POST'), 'GET', 12),
    target: fc
      .tuple(
        seldom(
          fc.constantFrom('/v1/d/issues', '/v2/d/issues/1', '/v2/e/issues/1/_audit_logs'),
          undefined,
          12,
        ),
        ticket,
        query({
          ...{ page: number, page_size: number },
          sort_order: seldom(fc.constantFrom('ASC', ''), 'asc', 4),
          since: fc.oneof({ weight: 24, arbitrary: since.map(String) }, odd),
          until: fc.oneof({ weight: 24, arbitrary: until.map(String) }, odd),
          actions: fc.oneof(
            fc.subarray(actions, { minLength: 1 }).map((all) => all.join()),
            fc.subarray([...actions, 'a', 'no']).map((all) => JSON.stringify(all)),
            fc.constantFrom('a,a', ' a , b ', '["a"', '', '[1]'),
          ),
        }),
      )
      .map(([path, id, query]) => `${path ?? `/v2/d/issues/${id}/_audit_logs`}${query}`),
    holder: seldom(fc.constantFrom(1, 9, -1), 0),
    authorization: seldom<Authorization>(
      fc.constantFrom(
        ({ api_key = 'no' }) => `Bearer ${api_key}`,
        ({ api_key = 'no' }) => `Basic ${btoa(api_key)}`,
      ),
      ({ api_key = 'no' }) => `Basic ${btoa(`${api_key}:`)}`,
    ),
  }),

  motadata: fc.record({
    method: seldom(fc.constantFrom('HEAD', 'GET'), 'POST', 24),
    target: fc
      .tuple(
        seldom(
          fc.constantFrom(
            '/api/v1/request/search/byqual',
            '/api//v1/request/1/audit/search/byqual',
          ),
          undefined,
          12,
        ),
        ticket,
        query({ offset: fc.oneof(number, fc.nat(12).map(String)), size: number }),
      )
      .map(([path, id, query]) => `${path ?? `/api/v1/request/${id}/audit/search/byqual`}${query}`),
    holder: seldom(fc.constantFrom(9, -1), 0).chain((n) =>
      n === 0 ? fc.constantFrom(0, 1, 2) : fc.constant(n),
    ),
    authorization: seldom<Authorization>(
      fc.constantFrom(
        ({ api_key = 'no' }) => `Apikey ${encodeURIComponent(api_key)}`,
        ({ api_key = 'no' }) => api_key,
      ),
      ({ api_key, token }) => (token ? `Bearer ${token}` : `Apikey ${api_key}`),
    ),
    type: seldom(fc.constantFrom('text/plain', undefined), 'application/json', 7),
    body: fc.oneof(
      { weight: 4, arbitrary: fc.constant('{}') },
      {
        weight: 4,
        arbitrary: fc
          .tuple(fc.constantFrom('Contains', 'equal'), fc.constantFrom('', '', 'i', 'tie'))
          .map(([operator, value]) => JSON.stringify({ qualDetails: filter(operator, value) })),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom('', '[]', '{"x":1}', 'no', '{"qualDetails":1}', undefined),
      },
    ),
  }),

  opsramp: fc.record({
    method: seldom(fc.constantFrom('HEAD', 'HEAD', 'POST'), 'GET', 12),
    target: fc
      .tuple(
        seldom(
          fc.constantFrom(
            ...['/api/v2/tenants/t/incidents/search', '/api/v2/tenants/t/incidents/1'],
            '/api/v2/tenants/e/incidents/1/activitylog',
          ),
          undefined,
          12,
        ),
        ticket,
        query({
          ...{ pageNo: number, pageSize: number },
          isDescendingOrder: seldom(fc.constantFrom('true', 'FALSE', '', 'no'), 'false', 6),
          startTs: fc.oneof({ weight: 24, arbitrary: since.map(second) }, odd),
          endTs: fc.oneof({ weight: 24, arbitrary: until.map(second) }, odd),
        }),
      )
      .map(
        ([path, id, query]) => `${path ?? `/api/v2/tenants/t/incidents/${id}/activitylog`}${query}`,
      ),
    holder: seldom(fc.constantFrom(2, 9, -1), 0),
    authorization: seldom<Authorization>(
      fc.constant(({ token = 'no' }) => `Basic ${token}`),
      ({ token = 'no' }) => `Bearer ${token}`,
    ),
  }),
};

function filter(operator: string, value: string): object {
  return {
    type: 'FlatQualificationRest',
    quals: [
      {
        type: 'RelationalQualificationRest',
        leftOperand: { type: 'PropertyOperandRest', key: 'auditString' },
        operator,
        rightOperand: { type: 'ValueOperandRest', value: { type: 'StringValueRest', value } },
      },
    ],
  };
}
