/** Loads contestants by turns, so that whatever else the machine does meets all of them alike. */
import { load } from './load.js';

/**
 * @param {{ name: string, server: import('./startServer.js').Server, file: string, check?: () => Promise<void> }[]} contestants
 * @param {{ rounds: number, seconds: number, warm: number }} effort seconds of each load, and of one that does not count
 * @param {(line: string) => void} tell
 * @returns {Promise<Map<string, { perSecond: number, cpu: number }[]>>} by name, what was found in each round
 */
export async function alternate(contestants, { rounds, seconds, warm }, tell) {
  const found = new Map(contestants.map(({ name }) => [name, []]));
  for (const { name, server, file } of contestants) {
    tell(`${name}: warming up`);
    if (warm > 0) await load(server, file, warm);
  }
  for (let round = 0; round < rounds; round++) {
    // Turned round each time, as a machine that grows slower would else favour the first.
    const turn = round % 2 === 0 ? contestants : contestants.toReversed();
    for (const { name, server, file, check } of turn) {
      tell(`${name}: round ${round + 1} of ${rounds}`);
      await check?.();
      found.get(name).push(await load(server, file, seconds));
    }
  }
  return found;
}
