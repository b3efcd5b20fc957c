/** What was asked for that no vendor's page knows, as lines. */
import { counted } from '../../fixtures/language/counted.js';
import { visible } from '../../fixtures/language/visible.js';
import type { Undocumented } from '../../mock-server/Tally.js';

export function undocumentedLines(all: readonly Undocumented[]): string[] {
  return all.map(({ what, count, example }) =>
    visible(`undocumented: ${what}, ${counted(count, 'time')}, such as ${example}`),
  );
}
