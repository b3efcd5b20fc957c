/** A mistake in what is asked for. */
import type { Place, Query, VendorClient } from '../reference/VendorClient.js';
import type { VendorMistake } from './ClientMutant.js';

/** @param change makes another query of the right one */
export function asks(change: (query: Query, place: Place) => Query): VendorMistake {
  return ({ request }: VendorClient) => ({
    request: (question, place) =>
      request({ ...question, query: change(question.query, place) }, place),
  });
}
