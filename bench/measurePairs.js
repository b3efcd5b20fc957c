/** Measures pairs of situations of the simulator. */
import { alternate } from './alternate.js';
import { pairs } from './pairs.js';
import { RECORDS, TRAILS } from './questions.js';
import { startSimulatorApart } from './startSimulatorApart.js';
import { writeQuestions } from './writeQuestions.js';
import { authorizationOf, writeWorld } from './writeWorld.js';

/**
 * @param {(name: string) => boolean} isWanted
 * @returns of each pair what was found of both sides in each round
 */
export async function measurePairs(folder, isWanted, effort, tell) {
  const wanted = pairs.filter(({ name }) => isWanted(name));
  const fixtures = {
    small: writeWorld(folder, TRAILS, RECORDS).fixture,
    // Only where it is wanted, as it is hundreds of megabytes.
    get large() {
      return writeWorld(folder, 1, 1_000_000).fixture;
    },
  };
  const results = [];
  for (const { name, sides } of wanted) {
    tell(`${name}: starting`);
    const running = [];
    try {
      for (const side of sides) running.push(await enter(side, folder, name, fixtures));
      const found = await alternate(running, effort, tell);
      const [ones, others] = running.map((one) => found.get(one.name));
      results.push({ name, titles: sides.map(({ title }) => title), ones, others });
    } finally {
      for (const { server } of running) await server.stop();
    }
  }
  return results;
}

async function enter({ title, options, targets, sessions }, folder, pair, fixtures) {
  const server = await startSimulatorApart(options(fixtures));
  const keys = sessions && (await server.ask(['open', ...sessions]));
  const name = `${pair}, ${title}`;
  const file = writeQuestions(
    folder,
    name.replaceAll(/\W+/g, '-'),
    targets(),
    keys?.map(authorizationOf),
  );
  return { name, server, file };
}
