/** Pages that are asked for, thousands of different ones, the same in every run. */
import { ACTIONS, timeOf } from './listedRecords.js';

export const TRAILS = 10;
export const RECORDS = 10_000;
export const PAGE_SIZE = 50;

const FILTERED = 4000;

/**
 * @typedef {object} Question
 * @property {number} trail counted from 0
 * @property {'asc' | 'desc'} order
 * @property {number} page counted from 1
 * @property {{ actions: string[], since: number, until: number }=} filter both inclusive, epoch milliseconds
 */

/** Every page of every trail, the newest records first. @returns {Question[]} */
export function unfiltered() {
  const pages = RECORDS / PAGE_SIZE;
  const count = TRAILS * pages;
  return Array.from({ length: count }, (_, i) => {
    // Prime to their number, so that each comes once, and no two that are neighbours.
    const number = (i * 1237) % count;
    return { trail: number % TRAILS, page: 1 + Math.floor(number / TRAILS), order: 'desc' };
  });
}

/** Full pages far down in what two actions and a window leave. @returns {Question[]} */
export function filtered() {
  return Array.from({ length: FILTERED }, (_, i) => ({
    trail: i % TRAILS,
    page: 20 + ((i * 7) % 20),
    order: i % 3 === 0 ? 'desc' : 'asc',
    filter: {
      actions: [ACTIONS[i % 2], ACTIONS[3 + (i % 2)]],
      since: timeOf(100 + ((i * 131) % 500)),
      // Prime, so that none comes twice.
      until: timeOf(RECORDS - 1 - ((i * 257) % 1999)),
    },
  }));
}

/** A question of the first kind and one of the second, as the simulator's clients ask it. */
export function targetOf({ trail, order, page, filter }) {
  const query = { sort_order: order, page, page_size: PAGE_SIZE, ...filter };
  return `/v2/shop/issues/${1001 + trail}/_audit_logs?${new URLSearchParams(query)}`;
}
