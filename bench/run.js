// Measures the simulator beside others, and says which targets it meets. `npm run bench [-- --quick]`
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { contenders } from './contenders.js';
import { machine } from './machine.js';
import { measureContenders } from './measureContenders.js';
import { measureMemory } from './measureMemory.js';
import { measurePairs } from './measurePairs.js';
import { measureRates } from './measureRates.js';
import { measureStart } from './measureStart.js';
import { isPinned, moveToLoad } from './onCore.js';
import { pairs } from './pairs.js';
import { report } from './report.js';
import { markdownTable, table } from './table.js';
import { writeReadme } from './writeReadme.js';

const here = dirname(fileURLToPath(import.meta.url));
const others = ['start', 'memory', 'rates'];
const names = [...contenders, ...pairs].map(({ name }) => name).concat(others);
/** Whose numbers the others' are held against. */
const yardsticks = ['bare', 'ours', 'ours-filtered'];

const command = new Command('bench')
  .description('measure the simulator beside others')
  .option(
    '--quick',
    'in under a minute: fewer and shorter rounds, no slow peers, no million listed',
  )
  .option('--only <name...>', `only these: ${names.join(', ')}`)
  .option('--rounds <n>', 'how many rounds (default: 5, or 3 with --quick)', Number)
  .option('--json', 'print the figures of each round as JSON')
  .option('--readme', 'write the tables into README.md, too')
  .parse();
const { quick = false, only, rounds = quick ? 3 : 5, json, readme } = command.opts();

const wrong = only?.find((name) => !names.includes(name));
const refuse = (message) => command.error(`error: ${message}`, { exitCode: 2 });
if (wrong !== undefined) refuse(`unknown ${wrong}; there is ${names.join(', ')}`);
if (!(rounds >= 1)) refuse('expected at least one round');
if (spawnSync('wrk', ['--version']).error) refuse('wrk is not there; apt-get install wrk');

const isLeftOut = ({ isSlow }) => quick && isSlow;
const chosen = [...contenders, ...pairs].filter((one) => only || !isLeftOut(one));
const wanted = new Set(only ?? [...chosen.map(({ name }) => name), ...others]);
if (contenders.some(({ name }) => wanted.has(name)))
  for (const name of yardsticks) wanted.add(name);
const isWanted = (name) => wanted.has(name);

moveToLoad();
const tell = (line) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
};
const folder = mkdtempSync(join(tmpdir(), 'auditrig-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));

const figures = await measure();
tell('');
console.log(json ? JSON.stringify(figures) : report(figures, table));
if (readme) writeReadme(join(here, '../README.md'), report(figures, markdownTable));

async function measure() {
  const long = { rounds, seconds: 4, warm: 4 };
  const effort = quick ? { rounds, seconds: 1, warm: 1 } : long;
  // Between two of the same kind, less time says as much.
  const less = quick ? { ...effort, warm: 0 } : { ...long, seconds: 2 };
  const figures = {
    machine: `${machine()}${isPinned ? '' : ', server and load on the same cores'}`,
  };
  if (contenders.some(({ name }) => isWanted(name)))
    figures.contenders = await measureContenders(folder, isWanted, effort, tell);
  if (pairs.some(({ name }) => isWanted(name)))
    figures.pairs = await measurePairs(folder, isWanted, less, tell);
  if (isWanted('start'))
    figures.start = await measureStart(join(here, 'package.json'), quick ? 3 : 11, tell);
  if (isWanted('memory')) figures.memory = await measureMemory(folder, quick, tell);
  if (isWanted('rates')) figures.rates = await measureRates(rounds, tell);
  return figures;
}
