/** Measures the contenders, each in a process of its own, by turns. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alternate } from './alternate.js';
import { answerTo } from './answerTo.js';
import { checkAnswer } from './checkAnswer.js';
import { contenders, versionOf } from './contenders.js';
import { peerFiles } from './peerFiles.js';
import { RECORDS, TRAILS, unfiltered } from './questions.js';
import { startServer } from './startServer.js';
import { writeQuestions } from './writeQuestions.js';
import { AUTHORIZATION, writeWorld } from './writeWorld.js';

/** How many answers of who looks for them are compared before the first round. */
const COMPARED = 20;

/**
 * @param {(name: string) => boolean} isWanted
 * @returns of each contender what was found in each round, or why it could not run
 */
export async function measureContenders(folder, isWanted, effort, tell) {
  const [question] = unfiltered();
  const page = join(folder, 'page.json');
  writeFileSync(page, JSON.stringify(answerTo(question)));
  tell('writing the records');
  const { fixture } = writeWorld(folder, TRAILS, RECORDS);
  const files = { page, fixture, ...peerFiles(folder, answerTo(question)) };

  const results = [];
  const running = [];
  try {
    for (const contender of contenders.filter(({ name }) => isWanted(name))) {
      const { name, title, serves } = contender;
      const result = { name, title, serves, version: versionOf(contender), rounds: [] };
      results.push(result);
      tell(`${name}: starting`);
      try {
        result.absent = whyAbsent(contender);
        if (!result.absent) running.push(await enter(contender, folder, files));
      } catch (error) {
        result.absent = error.message;
      }
    }
    const found = await alternate(running, effort, tell);
    for (const result of results) result.rounds = found.get(result.name) ?? [];
    return results;
  } finally {
    for (const { server } of running) await server.stop();
  }
}

async function enter(contender, folder, files) {
  const { name, command, questions, target, serves } = contender;
  const asked = questions();
  const [first] = asked;
  const server = await startServer((port) => command(port, files), {
    target: target(first),
    authorization: AUTHORIZATION,
  });
  try {
    const compared = serves === 'one page' ? 1 : COMPARED;
    for (const one of asked.slice(0, compared)) await checkAnswer(server, target(one), one);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const file = writeQuestions(folder, name, asked.map(target));
  return { name, server, file, check: () => checkAnswer(server, target(first), first) };
}

/** Undefined where it can run. */
function whyAbsent(contender) {
  const { program } = contender;
  if (program !== undefined && spawnSync(program, ['-version']).error)
    return `${program} is not there`;
  return versionOf(contender) === undefined
    ? 'it is not installed; npm ci --prefix bench'
    : undefined;
}
