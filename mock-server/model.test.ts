import fc from 'fast-check';
import { describe, it, onTestFinished } from 'vitest';
import { startSimulator } from './startSimulator.js';
import { ModelRun } from './testing/model/ModelRun.js';
import { anyVendor, faults, given, stepsFor } from './testing/model/steps.js';
import { vendors } from './vendors/index.js';

/** As many as a suite has time for; MODEL_RUNS asks for more. */
const RUNS = Number(process.env.MODEL_RUNS ?? 80);

const world = fc.record({
  listed: fc.array(given, { maxLength: 12, size: 'max' }),
  ...{ paged: fc.boolean(), turned: fc.boolean(), armed: faults },
});
const steps = anyVendor.chain(stepsFor);

describe('a simulator', () => {
  it('is as plain lists have it, whatever is asked, changed and broken in whatever order', async () => {
    const simulator = await startSimulator(vendors, {});
    onTestFinished(() => simulator.close());
    await fc.assert(
      fc.asyncProperty(world, steps, async (world, steps) => {
        const run = await ModelRun.begun(simulator, world);
        try {
          for (const one of steps) await run.step(one);
          run.end();
        } finally {
          await run.close();
        }
      }),
      { numRuns: RUNS },
    );
  }, 1_200_000);
});
