import { expect, it } from 'vitest';
import { ratios } from './ratios.js';

it('ratios are of the same round, and more is better by either measure', () => {
  const ones = [
    { perSecond: 50, cpu: 4 },
    { perSecond: 30, cpu: 2 },
  ];
  const others = [
    { perSecond: 100, cpu: 1 },
    { perSecond: 30, cpu: 4 },
  ];
  expect(ratios(ones, others)).toEqual({ rate: [0.5, 1], cpu: [0.25, 2] });
});
