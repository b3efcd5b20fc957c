/** A file that tells a script that a simulator is ready, and where it is. */
import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { whyUnwritable } from '../fixtures/writing/whyUnwritable.js';

export interface ReadyFile {
  /** It is there only when it is whole, and only the user may read it, as it holds the token. */
  write(text: string): void;
  /** Leaves another's alone that has been put in its place; the end of the process does it at the latest. */
  remove(): void;
}

/**
 * One that an earlier simulator left behind is removed at once, so that nobody takes it for this one's.
 * @param complain is told why there can be no such file
 */
export function readyFile(file: string, complain: (message: string) => never): ReadyFile {
  const path = resolve(file);
  const attempt = (what: () => void) => {
    try {
      what();
    } catch (error) {
      complain(`error: --ready-file ${file}: ${whyUnwritable(error)}`);
    }
  };
  let written: string | undefined;
  const remove = () => {
    if (written !== undefined && textOf(path) === written) rmSync(path, { force: true });
    written = undefined;
  };
  if (lstatSync(path, { throwIfNoEntry: false })) {
    const text = textOf(path);
    // An empty one is what mktemp makes.
    if (text !== '' && !isReady(text))
      complain(
        `error: --ready-file ${file}: expected none, an empty one, or one of auditrig's, found another`,
      );
    attempt(() => rmSync(path));
  }
  return {
    write(text) {
      const beside = `${path}.${process.pid}.part`;
      attempt(() => {
        writeFileSync(beside, text, { mode: 0o600, flag: 'wx' });
        renameSync(beside, path);
      });
      written = text;
      process.once('exit', remove);
    },
    remove,
  };
}

/** Undefined where it is no file that can be read, such as a device. */
function textOf(path: string): string | undefined {
  try {
    return lstatSync(path).isFile() ? readFileSync(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

function isReady(text: string | undefined): boolean {
  try {
    const { url, vendors } = JSON.parse(text ?? '');
    return typeof url === 'string' && typeof vendors === 'object';
  } catch {
    return false;
  }
}
