/** Finds where a page begins. */
import type { ListedRecord } from './Listing.js';

/** Shown one record after the other, gives the line that stands before the first of each page but page 1. */
export function newPage(): (record: ListedRecord) => string[] {
  let last = 1;
  return ({ page }) => {
    if (page === null || page === last) return [];
    last = page;
    return [`── page ${page} ──`];
  };
}
