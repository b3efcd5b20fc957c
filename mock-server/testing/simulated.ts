/** A simulator for the tests of one file, on a free port, closed when they are done. */
import supertest from 'supertest';
import { afterAll } from 'vitest';
import type { SimulatorOptions } from '../Simulator.js';
import { startSimulator } from '../startSimulator.js';
import { vendors } from '../vendors/index.js';

export type Ask = ReturnType<typeof supertest>;

/** Asks the real simulator, playing the given fixture or the default one. */
export async function simulated(fixture?: SimulatorOptions['fixture']): Promise<Ask> {
  const simulator = await startSimulator(vendors, { fixture });
  afterAll(() => simulator.close());
  return supertest(simulator.url);
}
