/** A client of any of some vendors, as a function that can be judged. */
import type { ClientFunction } from '../subjects/functionSubject.js';
import { readTrail } from './readTrail.js';
import type { VendorClient } from './VendorClient.js';

export function referenceClient(
  vendors: readonly { name: string; client: VendorClient }[],
): ClientFunction {
  return {
    name: 'reference',
    vendors: vendors.map(({ name }) => name),
    capabilities: ['since', 'until', 'order', 'actions', 'token', 'retry', 'virtual-clock'],
    fetch(what, sleep) {
      const vendor = vendors.find(({ name }) => name === what.vendor) as (typeof vendors)[number];
      return readTrail(vendor.client, what, { sleep });
    },
  };
}
