/** The version of the suite of cases. */
import { readSpec } from '../../specs/readSpec.js';

/** As `major.minor`. */
export function suiteVersion(): string {
  return (readSpec('conformance/suite.yaml') as { version: string }).version;
}
