/** Runs the built command as a user would, for the tests of one file. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';

export const run = promisify(execFile);
export const bin = 'dist/cli/auditrig.js';

/** Where simulators leave word of themselves: of the tests of one file, and of nobody else. */
export const state = mkdtempSync(join(tmpdir(), 'auditrig-state-'));
const own = { ...process.env, XDG_STATE_HOME: state, GITHUB_STEP_SUMMARY: '' };

const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(state, { recursive: true });
});

/** Runs a command that ends by itself. */
export async function auditrig(...args: string[]) {
  return auditrigWith({}, ...args);
}

/** @param env variables that it has beside our own */
export async function auditrigWith(env: object, ...args: string[]) {
  try {
    const { stdout, stderr } = await run(process.execPath, [bin, ...args], {
      env: { ...own, ...env },
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

export function start(args: string[], env: object = {}) {
  const child = spawn(process.execPath, [bin, 'serve', ...args], {
    env: { ...own, ...env },
  });
  children.push(child);
  return { child, exit: new Promise<number | null>((resolve) => child.on('exit', resolve)) };
}

/** Starts `generate`, and what it prints goes to a file that is open. */
export function generating(args: string[], stdout: number) {
  const child = spawn(process.execPath, [bin, 'generate', ...args], {
    stdio: ['ignore', stdout, 'inherit'],
  });
  children.push(child);
  return { child, exit: new Promise<number | null>((resolve) => child.on('exit', resolve)) };
}

/** Starts `serve` and waits until its output passes. */
export async function serving(args: string[], ready: (out: string) => boolean, env: object = {}) {
  const { child, exit } = start(args, env);
  let out = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (data) => {
      out += data;
      if (ready(out)) resolve();
    });
    child.stderr.on('data', (data) => reject(new Error(String(data))));
  });
  return { child, out, exit };
}

export const oneLine = (out: string) => out.endsWith('\n');
export const table = (out: string) => out.endsWith('\n\n') && /^curl /m.test(out);
