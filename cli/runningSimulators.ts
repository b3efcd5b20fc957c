/** Finds the simulators that this user has running on this machine. */
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { RUN_FILE, type RunningSimulator } from './runFile.js';
import { isOwn, runFolder } from './runFolder.js';

/** Those whose process lives; the files of others are removed. */
export function runningSimulators(): RunningSimulator[] {
  const folder = runFolder({ make: false });
  if (folder === undefined) return [];
  return namesIn(folder)
    .filter((name) => /^\d+@/.test(name) && name.endsWith(RUN_FILE))
    .flatMap((name) => {
      const path = join(folder, name);
      if (lives(Number.parseInt(name, 10))) return read(path);
      rmSync(path, { force: true });
      return [];
    });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    // Gone; or another user's, who has the number now.
    return false;
  }
}

/** Nothing where it is not ours, or has just gone. */
function read(path: string): RunningSimulator[] {
  let file: number | undefined;
  try {
    // What has been opened is looked at, as a name may mean another file a moment later.
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    return isOwn(fstatSync(file)) ? [JSON.parse(readFileSync(file, 'utf8'))] : [];
  } catch {
    return [];
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
