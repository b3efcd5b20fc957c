/** The file by which this user's commands find a simulator that is running. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { runFolder } from './runFolder.js';

export interface RunningSimulator {
  /** Of its process. */
  pid: number;
  /** Scheme, host and port. */
  url: string;
  admin: { url: string; token: string };
}

/** What the files of this machine end in: a home, and so the folder, may be shared by several. */
export const RUN_FILE = `@${hostname().replaceAll(/[^\w.-]/g, '_')}.json`;

/**
 * Only the user may read it. Where there is no folder for it, there is none.
 * @returns what removes it, which the end of the process does at the latest
 */
export function runFile(running: RunningSimulator): () => void {
  const folder = runFolder({ make: true });
  if (folder === undefined) return () => {};
  const path = join(folder, `${running.pid}${RUN_FILE}`);
  const remove = () => rmSync(path, { force: true });
  try {
    // In one step, so that nobody reads half of it; by a new name, so that no link is followed.
    rmSync(`${path}.new`, { force: true });
    writeFileSync(`${path}.new`, JSON.stringify(running), { mode: 0o600, flag: 'wx' });
    renameSync(`${path}.new`, path);
    process.once('exit', remove);
    return remove;
  } catch {
    return () => {};
  }
}
