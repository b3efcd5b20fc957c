/** Watches files, present or missing. */
import { existsSync, type FSWatcher, lstatSync, readlinkSync, watch } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { complain } from './complain.js';

/** How long files must be left alone, in milliseconds: an editor writes in several steps. */
const SETTLED = 50;

/** A link may lead to itself; the system, too, gives up after so many. */
const MOST_LINKS = 40;

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
    try {
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
    } catch (error) {
      complain(`changes in ${folder} cannot be seen: ${(error as Error).message}`);
    }
  };
  return (file) => {
    for (const path of namesOf(resolve(file))) {
      files.add(path);
      follow(firstThatExists(dirname(path)));
    }
  };
}

/** A file's path, and that of each link on the way to it and of what the link leads to. */
function namesOf(file: string, links = 0): string[] {
  let here: string = sep;
  for (const [i, name] of file.split(sep).entries()) {
    here = resolve(here, name);
    if (links === MOST_LINKS) break;
    if (!lstatSync(here, { throwIfNoEntry: false })?.isSymbolicLink()) continue;
    const target = resolve(dirname(here), readlinkSync(here));
    const rest = file.split(sep).slice(i + 1);
    return [file, here, ...namesOf(resolve(target, ...rest), links + 1)];
  }
  return [file];
}

function firstThatExists(folder: string): string {
  return existsSync(folder) ? folder : firstThatExists(dirname(folder));
}
