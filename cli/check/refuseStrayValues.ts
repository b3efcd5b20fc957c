/** Refuses what stands among the patterns, and was meant as one more value of the option before. */
import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { vendors } from '../../mock-server/vendors/index.js';

export function refuseStrayValues(patterns: readonly string[], cli: Command): void {
  for (const pattern of patterns) {
    const option = optionOf(pattern);
    if (option === undefined) continue;
    const says = `no case is called ${JSON.stringify(pattern)}; did you mean ${option} ${pattern}?`;
    cli.error(`error: [patterns]: ${says}`);
  }
}

function optionOf(pattern: string): string | undefined {
  if (vendors.some(({ name }) => name === pattern)) return '--vendor';
  const isYaml = /\.ya?ml$/.test(pattern);
  return isYaml && statSync(pattern, { throwIfNoEntry: false })?.isFile() ? '--fixture' : undefined;
}
