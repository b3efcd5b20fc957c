/** A mistake in the path, or in the parameters, of a request for records. */
import type { Question, VendorClient } from '../reference/VendorClient.js';
import type { VendorMistake } from './ClientMutant.js';

/** @param change makes another path and query, encoded, of the right ones */
export function sends(change: (path: string, question: Question) => string): VendorMistake {
  return ({ request }: VendorClient) => ({
    request: (question, place) => {
      const wanted = request(question, place);
      return { ...wanted, path: change(wanted.path, question) };
    },
  });
}
