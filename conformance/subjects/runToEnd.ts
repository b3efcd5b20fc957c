/** Runs a finished program to its end, and keeps what it writes. */
import { type GivenUp, givingUp } from './givingUp.js';
import type { Patience } from './Subject.js';
import { type CommandOptions, type Ended, startProcess } from './startProcess.js';

/** Bytes that a program may deliver. */
export const MOST = 128 * 1024 * 1024;
export const TOO_MUCH = `it delivered more than ${MOST / 1024 / 1024} MiB`;

interface Ran {
  ended: Ended | GivenUp;
  /** What it wrote to stdout. */
  written: string;
  /** What it last wrote to stderr. */
  errors: string;
}

/** @throws BrokenSubject where there is no such program */
export async function runToEnd(command: CommandOptions, patience: Patience): Promise<Ran> {
  const pieces: Buffer[] = [];
  let size = 0;
  let flood: (ended: GivenUp) => void;
  const flooded = new Promise<GivenUp>((resolve) => {
    flood = resolve;
  });
  const running = await startProcess(command, (bytes) => {
    size += bytes.length;
    if (size <= MOST) pieces.push(bytes);
    else flood({ kind: 'broken', reason: 'endless', says: TOO_MUCH });
  });
  running.endInput();
  const { givenUp, stop } = givingUp(patience, () => size);
  const ended = await Promise.race([running.ended, givenUp, flooded]);
  stop();
  await running.kill();
  return { ended, written: Buffer.concat(pieces).toString(), errors: running.takeErrors() };
}
