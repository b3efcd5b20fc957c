/** What makes a server take another query for the one that it is asked with. */
import type { Wanted } from '../reference/VendorClient.js';

/** @param change alters the parameters in place */
export function hearsQuery(
  change: (query: URLSearchParams, wanted: Wanted) => void,
): (wanted: Wanted) => Wanted {
  return (wanted) => {
    const [path = '', written = ''] = wanted.path.split('?');
    const query = new URLSearchParams(written);
    change(query, wanted);
    return { ...wanted, path: `${path}?${query}` };
  };
}
