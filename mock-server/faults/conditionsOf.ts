/** What must hold of a request for a fault to meet it, each as a question that costs no more than it must. */
import type { FaultWhen, Moment } from '../../fixtures/language/Fault.js';
import type { Encounter } from './Encounter.js';

export type Condition = (encounter: Encounter) => boolean;

/**
 * Those that a fault has, the cheap ones first; vendor and endpoint are not among them.
 * @param born when the session began; epoch milliseconds
 */
export function conditionsOf(
  { method, page, after, before, tickets, query, tokenAge }: FaultWhen,
  born: number,
): Condition[] {
  const conditions: Condition[] = [];
  const must = (condition: Condition) => void conditions.push(condition);
  if (method !== undefined) must(({ asking: { exchange } }) => exchange.method === method);
  if (page !== undefined) must((encounter) => encounter.page === page);
  if (after !== undefined) must(({ time }) => time >= instantOf(after, born));
  if (before !== undefined) must(({ time }) => time < instantOf(before, born));
  if (tickets !== undefined)
    must(({ part: { vendor }, address }) =>
      Boolean(tickets.get(vendor.name)?.some((one) => one.every((name, i) => name === address[i]))),
    );
  for (const [name, value] of query) must(({ parameters }) => parameters.get(name) === value);
  if (tokenAge !== undefined) must((encounter) => (encounter.tokenAge ?? -1) >= tokenAge);
  return conditions;
}

function instantOf(moment: Moment, born: number): number {
  return 'at' in moment ? moment.at : born + moment.since;
}
