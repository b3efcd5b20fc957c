/** Ends this process at a signal as if by itself, so that what it has started ends, too. */
import { constants } from 'node:os';

export function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
}
