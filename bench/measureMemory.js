/** Measures what memory records take. */
import { startSimulatorApart } from './startSimulatorApart.js';
import { worldOf, writeWorld } from './writeWorld.js';

const MILLION = 1_000_000;

/**
 * @param {boolean} isQuick leaves out the million that are listed
 * @returns bytes: of a million listed records, as JSON and in memory; and of each generated one
 */
export async function measureMemory(folder, isQuick, tell) {
  const generated = (records) => worldOf({ 1001: { generate: { records, seed: 7 } } });
  tell('memory: generated records');
  const few = await memoryOf(generated(1000));
  const many = await memoryOf(generated(10 * MILLION));
  const each = (many.used - few.used) / (10 * MILLION - 1000);
  if (isQuick) return { generated: each };
  tell('memory: a million listed records');
  const { fixture, bytes } = writeWorld(folder, 1, MILLION);
  const none = await memoryOf(worldOf({ 1001: { records: [] } }));
  const listed = await memoryOf(fixture);
  return {
    generated: each,
    listed: { json: bytes, used: listed.used - none.used, resident: listed.rss - none.rss },
  };
}

async function memoryOf(fixture) {
  const server = await startSimulatorApart({ fixture });
  const memory = await server.ask(['memory']);
  await server.stop();
  return memory;
}
