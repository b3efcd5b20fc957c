/** The profile of a server, as YAML to paste into a fixture. */
import { stringify } from 'yaml';
import type { Drift } from './Report.js';

/** @param vendor as a fixture calls it */
export function profileText({ answers }: Drift, vendor: string): string {
  const profile = Object.fromEntries(answers.map((one) => [one.switch, one.value]));
  return stringify({ [vendor]: { profile } }).trimEnd();
}
