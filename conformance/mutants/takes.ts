/** A mistake in what is made of a page. */
import type { Page, Place, VendorClient } from '../reference/VendorClient.js';
import type { VendorMistake } from './ClientMutant.js';

/** @param change makes another page of the right one, or undefined where it takes it for broken */
export function takes(change: (page: Page, place: Place) => Page | undefined): VendorMistake {
  return ({ read }: VendorClient) => ({
    read: (body, place) => {
      const page = read(body, place);
      return page && change(page, place);
    },
  });
}
