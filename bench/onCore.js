/** A command line that keeps to one core, where there are two. */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** What serves has the one, what asks and measures the other. */
const cores = { server: '0', load: '1' };

export const isPinned =
  availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** @param {'server' | 'load'} role @param {string[]} command */
export function onCore(role, command) {
  return isPinned ? ['taskset', '--cpu-list', cores[role], ...command] : command;
}

/** Keeps this process, and what it starts, to where it is not in the way of what serves. */
export function moveToLoad() {
  if (isPinned) spawnSync('taskset', ['--cpu-list', '--pid', cores.load, `${process.pid}`]);
}
