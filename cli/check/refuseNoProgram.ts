/** Refuses a command whose program cannot be started, before anything is begun. */
import type { Command } from 'commander';
import { whyNoProgram } from '../../conformance/subjects/whyNoProgram.js';

/** @param option by which it was given; left out: `--` */
export function refuseNoProgram(command: readonly string[], cli: Command, option?: string): void {
  const why = whyNoProgram(command[0] ?? '');
  if (why !== undefined) cli.error(`error: ${option === undefined ? '' : `${option}: `}${why}`);
}
