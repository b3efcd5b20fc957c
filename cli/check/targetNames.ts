/** What subject files may call a ticket. */
import { isName } from '../../fixtures/language/wildcards.js';
import { vendors } from '../../mock-server/vendors/index.js';

/** The names that lead to a ticket, of whichever kind it is, by vendor. */
export function targetNames(): Record<string, readonly string[]> {
  return Object.fromEntries(
    vendors.map(({ name, language }) => {
      const steps = language.tickets.split('.').filter(isName);
      const addresses = steps.reduce<string[][]>(
        (made, step) => made.flatMap((names) => step.split('|').map((kind) => [...names, kind])),
        [[]],
      );
      return [
        name,
        [...new Set(addresses.flatMap((names) => Object.keys(language.target(names))))],
      ];
    }),
  );
}
