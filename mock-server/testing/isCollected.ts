/** Whether a thing that a test lets go is kept by nobody else. */
import { setTimeout as pass } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** So many collections are waited for; the first finds nearly everything. */
const PATIENCE = 50;

export async function isCollected(ref: WeakRef<object>): Promise<boolean> {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  for (let i = 0; i < PATIENCE; i++) {
    // What was looked at is kept until the next turn.
    await pass(1);
    gc();
    if (ref.deref() === undefined) return true;
  }
  return false;
}
