import { expect, it } from 'vitest';
import { Pace } from './Pace.js';

it('a pace keeps requests apart, however many are to be sent at once', async () => {
  const pace = new Pace(60_000 / 20);
  const start = performance.now();
  await Promise.all([pace.turn(), pace.turn(), pace.turn(), pace.turn()]);
  // Timers may be early by less than a millisecond.
  expect(performance.now() - start).toBeGreaterThan(58);
});
