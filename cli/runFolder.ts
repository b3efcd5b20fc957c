/** The folder in which this user's running simulators leave word of themselves. */
import { lstatSync, mkdirSync, type Stats } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * Its path, or undefined where there is none: without a home, where it cannot be made, or where
 * another user could put a file into it.
 * @param make it, where it is missing
 */
export function runFolder({ make }: { make: boolean }): string | undefined {
  try {
    const { XDG_STATE_HOME: state = '' } = process.env;
    const folder = join(isAbsolute(state) ? state : join(homedir(), '.local', 'state'), 'auditrig');
    if (make) mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    return found.isDirectory() && isOwn(found) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Whether it is this user's, and nobody else may write it. (Windows has no such modes; there, a home is its user's alone.) */
export function isOwn({ uid, mode }: Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}
