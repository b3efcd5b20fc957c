import { describe, expect, it } from 'vitest';
import { AnswerLedger, type GivenAnswer } from './AnswerLedger.js';
import { isCollected } from './testing/isCollected.js';

const answer = (n: number) => ({ n }) as GivenAnswer;

describe('the ledger of answers', () => {
  it('has all of a ticket in their order, or says that it has not', () => {
    const ledger = new AnswerLedger();
    for (let n = 1; n <= 100_000; n++) ledger.add(n % 2 ? 'odd' : 'even', answer(n));
    expect(ledger.of('even')?.slice(0, 2)).toEqual([answer(2), answer(4)]);
    expect(ledger.of('never asked')).toEqual([]);
    ledger.add('odd', answer(100_001));
    expect(ledger.of('even')).toBeUndefined();
    ledger.clear();
    expect(ledger.of('even')).toEqual([]);
  });

  it('keeps none once there are more than it remembers', async () => {
    const ledger = new AnswerLedger();
    const first = (() => {
      const given = answer(0);
      ledger.add('1', given);
      return new WeakRef(given);
    })();
    for (let n = 1; n <= 100_000; n++) ledger.add('1', answer(n));
    expect(await isCollected(first)).toBe(true);
    expect(ledger.of('1')).toBeUndefined();
  });
});
