/** Lets a user end long work by Ctrl-C, or by closing the terminal, after which what was begun can still be cleared away. */

const CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Does some work that a signal aborts; the exit code then tells which.
 * @throws whatever the work throws, but for that it was aborted
 */
export async function interruptible(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const controller = new AbortController();
  const abort = (signal: keyof typeof CODES) => {
    process.exitCode = CODES[signal];
    controller.abort();
  };
  const signals = Object.keys(CODES) as (keyof typeof CODES)[];
  for (const signal of signals) process.on(signal, abort);
  try {
    await work(controller.signal);
  } catch (error) {
    if (!controller.signal.aborted) throw error;
  } finally {
    for (const signal of signals) process.off(signal, abort);
  }
}
