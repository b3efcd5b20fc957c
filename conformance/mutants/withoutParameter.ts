/** What makes a server pass over a parameter. */
import type { Wanted } from '../reference/VendorClient.js';
import { hearsQuery } from './hearsQuery.js';

export function withoutParameter(name: string): (wanted: Wanted) => Wanted {
  return hearsQuery((query) => query.delete(name));
}
