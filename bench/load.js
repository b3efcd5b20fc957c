/** Asks a server as fast as it answers, with wrk. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cpuTime } from './cpuTime.js';
import { onCore } from './onCore.js';

const script = fileURLToPath(new URL('rotate.lua', import.meta.url));
const CONNECTIONS = 16;

/**
 * @param {{ url: string, pid: number }} server
 * @param {string} file what is asked, as the script has it
 * @returns requests a second, and the milliseconds of the server's processor that each took
 * @throws where an answer was not 200
 */
export async function load({ url, pid }, file, seconds) {
  const wrk = ['wrk', '-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '--timeout', '30s'];
  const [command, ...rest] = onCore('load', [...wrk, '-s', script, url, '--', file]);
  const before = cpuTime(pid);
  const { stdout } = await promisify(execFile)(command, rest);
  const cpu = cpuTime(pid) - before;
  const { requests, microseconds, refused, broken } = JSON.parse(
    stdout.split('\n').find((line) => line.startsWith('{')),
  );
  if (refused + broken > 0)
    throw new Error(`${refused} of ${requests} answers are not 200, and ${broken} broke off`);
  // Something else has held the machine all the time.
  if (requests === 0) return load({ url, pid }, file, seconds);
  return { perSecond: (requests * 1e6) / microseconds, cpu: cpu / requests };
}
