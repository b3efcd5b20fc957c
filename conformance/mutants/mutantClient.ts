/** A client with a mutant's mistake, as a function that can be judged. */
import { readTrail } from '../reference/readTrail.js';
import { send } from '../reference/send.js';
import type { VendorClient } from '../reference/VendorClient.js';
import type { ClientFunction } from '../subjects/functionSubject.js';
import type { ClientMutant } from './ClientMutant.js';

/** @param right what a client of the vendor knows that makes no mistake */
export function mutantClient(
  mutant: ClientMutant,
  name: string,
  right: VendorClient,
): ClientFunction {
  return {
    name: mutant.name,
    vendors: [name],
    capabilities: ['since', 'until', 'order', 'actions', 'token', 'retry', 'virtual-clock'],
    fetch(what, sleep) {
      // Made anew, as some remember what they have read.
      const vendor = { ...right, ...mutant.vendor?.(right) };
      const records = readTrail(vendor, what, {
        send: mutant.send?.(send) ?? send,
        sleep: mutant.sleep ?? sleep,
      });
      return mutant.records?.(records, what.query) ?? records;
    },
  };
}
