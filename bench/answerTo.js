/** What a question is to be answered with, found in the plainest way. */
import { listedRecord } from './listedRecords.js';
import { PAGE_SIZE, RECORDS } from './questions.js';

const trails = new Map();

function trailOf(trail) {
  const known = trails.get(trail);
  if (known) return known;
  const made = Array.from({ length: RECORDS }, (_, i) => listedRecord(i, trail));
  trails.set(trail, made);
  return made;
}

/** As the simulator's vendor puts it: the paging, and the records. @param {import('./questions.js').Question} question */
export function answerTo({ trail, order, page, filter }) {
  const found = trailOf(trail).filter(
    ({ action, action_taken_at }) =>
      !filter ||
      (filter.actions.includes(action) &&
        action_taken_at >= filter.since &&
        action_taken_at <= filter.until),
  );
  const ordered = order === 'asc' ? found : found.toReversed();
  return {
    page,
    'page-size': PAGE_SIZE,
    'total-hits': found.length,
    'total-pages': Math.ceil(found.length / PAGE_SIZE),
    audit_logs: ordered.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
  };
}
