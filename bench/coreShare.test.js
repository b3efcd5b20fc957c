import { expect, it } from 'vitest';
import { coreShare } from './coreShare.js';

it('a server that takes half a millisecond for each of a thousand a second has half of its core', () => {
  expect(coreShare([{ perSecond: 1000, cpu: 0.5 }])).toBe(0.5);
});

it('the median of the rounds counts', () => {
  const rounds = [1, 500, 1000].map((perSecond) => ({ perSecond, cpu: 1 }));
  expect(coreShare(rounds)).toBe(0.5);
});
