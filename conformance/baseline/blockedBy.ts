/** Which case that did not pass is the reason that another was skipped. */
import type { JudgedCase } from '../report/Report.js';

export function blockedBy({ verdict, because = '' }: JudgedCase): string | undefined {
  const [, id] = /^(\S+) did not pass$/.exec(because) ?? [];
  return verdict === 'skip' ? id : undefined;
}
