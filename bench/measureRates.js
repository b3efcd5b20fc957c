/** Measures how many records a second are generated, normalized and validated. */
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { onCore } from './onCore.js';

const script = join(dirname(fileURLToPath(import.meta.url)), 'rates.js');

/** @returns of each vendor what was found in each round */
export async function measureRates(rounds, tell) {
  tell('rates: records generated, normalized and validated');
  const [command, ...rest] = onCore('server', [process.execPath, script, `${rounds}`]);
  const { stdout } = await promisify(execFile)(command, rest);
  return JSON.parse(stdout);
}
