/** Does something when the test that asks for it is finished, or all of the file where none runs yet. */
import { afterAll, onTestFinished, TestRunner } from 'vitest';

export function afterwards(act: () => unknown): void {
  // What a test hands to `afterAll` is never called.
  const hook = TestRunner.getCurrentTest() ? onTestFinished : afterAll;
  hook(async () => {
    await act();
  });
}
