import { describe, expect, it } from 'vitest';
import { AnswerLedger } from './AnswerLedger.js';
import { UNCHANGED } from './ChangedTicket.js';
import type { Holder } from './Credentials.js';
import type { Exchange } from './Exchange.js';
import { isCollected } from './testing/isCollected.js';
import { keyOf } from './World.js';

const holder = {} as Holder;
const served = { window: {}, order: 'asc', from: 0, to: 1, total: 1 };
const exchange = (n: number, more: object = {}) =>
  ({ n, method: 'GET', isOwn: true, ...more }) as Exchange;

/** Notes answers with records about the tickets of these names. */
function noting(ledger: AnswerLedger) {
  return (n: number, name = '1', records: object = served) =>
    ledger.note(exchange(n, { served: records }), { address: [name], version: UNCHANGED }, holder);
}

const numbers = (all: readonly { n: number }[] | undefined) => all?.map(({ n }) => n);

describe('the ledger of answers', () => {
  it('has all of a ticket in their order, or says that it has not', () => {
    const ledger = new AnswerLedger();
    const note = noting(ledger);
    for (let n = 1; n <= 100_000; n++) note(n, n % 2 ? 'odd' : 'even');
    expect(numbers(ledger.of(keyOf(['even']))?.slice(0, 2))).toEqual([2, 4]);
    expect(ledger.of(keyOf(['never asked']))).toEqual([]);
    note(100_001, 'odd');
    expect(ledger.of(keyOf(['even']))).toBeUndefined();
  });

  it('has them in the order of asking, however long they were on their way', () => {
    const ledger = new AnswerLedger();
    for (const n of [2, 5, 3, 1, 4]) noting(ledger)(n);
    expect(numbers(ledger.of(keyOf(['1'])))).toEqual([1, 2, 3, 4, 5]);
  });

  it('has the first refusal of each kind behind the last that was asked for', () => {
    const ledger = new AnswerLedger();
    const note = noting(ledger);
    const refuse = (n: number) => ledger.refuse(exchange(n), ['1'], 'rate-limited');
    refuse(1);
    note(2);
    refuse(4);
    note(5);
    note(3);
    for (const n of [6, 7]) refuse(n);
    expect(numbers(ledger.refusalsOf(keyOf(['1'])))).toEqual([4, 6]);
  });

  it('keeps none once there are more than it remembers', async () => {
    const ledger = new AnswerLedger();
    const note = noting(ledger);
    const first = (() => {
      const records = { ...served };
      note(0, '1', records);
      return new WeakRef(records);
    })();
    ledger.refuse(exchange(0.5), ['1'], 'rate-limited');
    for (let n = 1; n <= 100_000; n++) note(n);
    expect(await isCollected(first)).toBe(true);
    expect(ledger.of(keyOf(['1']))).toBeUndefined();
    expect(ledger.refusalsOf(keyOf(['1']))).toEqual([]);
  });
});
