/** Starts a command of the user's in a process group of its own, which can be ended as a whole. */
import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { atExit } from './atExit.js';
import { BrokenSubject } from './Subject.js';
import { whyNoProgram } from './whyNoProgram.js';

/** Milliseconds that a process has to end by itself when it is asked to. */
const GRACE = 1000;
/** How much of stderr is kept: its end. */
const KEPT = 64 * 1024;

export interface CommandOptions {
  /** The program and its arguments; no shell reads them. */
  command: readonly string[];
  /** Variables beside those of this process. */
  env?: Readonly<Record<string, string>>;
  /** Ends what the process group does not reach, such as a container. */
  killCommand?: readonly string[];
}

/** How a process ended. */
export interface Ended {
  /** Its exit code, if it ended by itself. */
  code: number | null;
  says: string;
}

export interface Running {
  write(text: string): void;
  /** Nothing more is written to it. */
  endInput(): void;
  /** What it last wrote to stderr, since this was last read. */
  takeErrors(): string;
  readonly ended: Promise<Ended>;
  /** Ends it and all that it has started. */
  kill(): Promise<void>;
}

/** @throws BrokenSubject where there is no such program */
export async function startProcess(
  { command, env, killCommand }: CommandOptions,
  output: (bytes: Buffer) => void,
): Promise<Running> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (bytes: Buffer) => {
    errors = (errors + bytes).slice(-KEPT);
  });
  child.stdout.on('data', output);
  // Whoever ends while he is written to is said to have ended, and nothing else.
  child.stdin.on('error', () => {});
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  try {
    await once(child, 'spawn');
  } catch (error) {
    exited.catch(() => {});
    throw new BrokenSubject('did-not-start', whyNotStarted(program, env?.PATH, error));
  }
  const ended = (async (): Promise<Ended> => {
    const [code, signal] = await exited;
    // What it has started may hold its output open for ever.
    await Promise.race([once(child.stdout, 'close'), pause(100)]);
    const says = signal === null ? `it ended with exit code ${code}` : `it was ended by ${signal}`;
    return { code, says };
  })();
  const signalGroup = (signal: NodeJS.Signals) => {
    try {
      process.kill(-(child.pid as number), signal);
    } catch {
      // There is nobody left in it.
    }
  };
  const [stop, ...its] = killCommand ?? [];
  const forget = atExit(() => {
    signalGroup('SIGKILL');
    if (stop !== undefined) spawnSync(stop, its, { timeout: GRACE });
  });
  return {
    write: (text) => child.stdin.write(text),
    endInput: () => child.stdin.end(),
    takeErrors() {
      const taken = errors;
      errors = '';
      return taken;
    },
    ended,
    async kill() {
      signalGroup('SIGTERM');
      await Promise.race([exited, pause(GRACE)]);
      signalGroup('SIGKILL');
      forget();
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
      if (stop !== undefined)
        await new Promise<void>((resolve) => execFile(stop, its, () => resolve()));
    },
  };
}

function whyNotStarted(program: string, path: string | undefined, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const missing = `${JSON.stringify(program)} is there, and what its first line names is not`;
  return whyNoProgram(program, path) ?? (code === 'ENOENT' ? missing : message);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
