/** Watches files, present or missing. */
import { existsSync, type FSWatcher, realpathSync, watch } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';

/** How long files must be left alone, in milliseconds: an editor writes in several steps. */
const SETTLED = 50;

/**
 * Watches as long as something else keeps the process alive.
 * @param changed is called once for changes that come together
 * @returns what watches one more file, from the moment of the call; said again, it finds the
 *   folder that was missing before
 */
export function watchFiles(changed: () => void): (file: string) => void {
  const files = new Set<string>();
  const folders = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  const seen = (path: string) => {
    if (![...files].some((file) => `${file}${sep}`.startsWith(`${path}${sep}`))) return;
    clearTimeout(timer);
    timer = setTimeout(changed, SETTLED).unref();
  };
  // A folder, as editors put another file in a file's place, and a missing one may come to be.
  const follow = (folder: string) => {
    if (folders.has(folder)) return;
    const watcher = watch(folder, { persistent: false }, (_, name) => {
      if (!existsSync(folder)) {
        // What comes in its place is another folder.
        watcher.close();
        folders.delete(folder);
      }
      seen(name === null ? folder : resolve(folder, name));
    });
    folders.set(folder, watcher);
    watcher.on('error', () => folders.delete(folder));
  };
  return (file) => {
    for (const path of new Set([resolve(file), realPath(file)])) {
      files.add(path);
      follow(firstThatExists(dirname(path)));
    }
  };
}

function realPath(file: string): string {
  return existsSync(file) ? realpathSync(file) : resolve(file);
}

function firstThatExists(folder: string): string {
  return existsSync(folder) ? folder : firstThatExists(dirname(folder));
}
