/** Vitest's `test` (4.1 or newer), which gives each test that asks for a `session` one of its own. */
import { startSimulator } from 'auditrig';
import { test as base } from 'vitest';

export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest looks at what is taken out
  .extend('simulator', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const simulator = await startSimulator();
    onCleanup(simulator.close);
    return simulator;
  })
  .extend('session', async ({ simulator }, { onCleanup }) => {
    const session = await simulator.sessions.open();
    onCleanup(() => session.close());
    return session;
  });
