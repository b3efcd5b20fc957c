import { describe, expect, it } from 'vitest';
import { judgedVendors } from '../vendors/index.js';
import type { NormalizerCase } from './Case.js';
import { exportedCases } from './exportedCase.js';

const [vendor] = judgedVendors as [(typeof judgedVendors)[0]];

function exported(part: Partial<NormalizerCase>) {
  const one: NormalizerCase = {
    ...{ id: 'acme/normalizer/file/case', role: 'normalizer', vendor: 'acme', title: 'Is a case' },
    ...{ rules: [], level: 0, strength: 'must', needs: [], gives: { every: { loss: [] } } },
    ...part,
  };
  return exportedCases(one, vendor, 1).map(({ id, events, error }) => ({
    ...{ id, events: events?.length, error },
  }));
}

const id = 'acme/normalizer/file/case';
const records = [{ action: 'resolve' }, { action: 'resolve' }];

describe('a case as JSON', () => {
  it('has all events of its records, and of each way in which they are given once more', () => {
    expect(exported({ records, vary: ['order', 'subset'] })).toEqual([
      { id, events: 2, error: undefined },
      { id: `${id}.order`, events: 2, error: undefined },
      { id: `${id}.subset`, events: 1, error: undefined },
    ]);
  });

  it('has the error that is right, and a trail that is right', () => {
    const error = ['malformed_response'];
    expect(exported({ bodies: ['{'], gives: { error: ['malformed_response'] } })).toEqual([
      { id, events: undefined, error },
      { id: `${id}.control`, events: 1, error: undefined },
    ]);
    expect(exported({ records, gives: { allOr: ['malformed_response'] } })[0]).toEqual({
      ...{ id, events: 2, error },
    });
  });
});
