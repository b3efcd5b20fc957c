/** What is wrong with a certificate, a key or a name that a tester gave. */
import { FixtureError } from '../../fixtures/language/FixtureError.js';

/** @param file what the tester calls it */
export function certificateProblem(message: string, file = 'tls'): FixtureError {
  return new FixtureError([{ file, path: '', message }]);
}
