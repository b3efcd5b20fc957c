/** `GET /v2/<domain>/issues/<issue-id>/_audit_logs`: the actions taken on an issue, a page at a time. */

import type { Endpoint } from '../../Endpoint.js';
import { Refusal } from '../../Refusal.js';
import type { Selection } from '../../Selection.js';
import { auth, permit, type View } from './auth.js';
import type { Profile } from './profile.js';
import { kept, type Question, query } from './query.js';
import { refuse } from './refuse.js';

export const auditLog: Endpoint<Question, Profile, View> = {
  method: 'GET',
  paths: ['/v2/:domain/issues/:issueId/_audit_logs'],
  shape: 'answer',
  auth,
  address: [':domain', ':issueId'],
  permit,
  parameters: ['sort_order', 'actions', 'since', 'until', 'page', 'page_size'],
  query,
  respond: ({ window, order, page, pageSize }, { ticket: { trail }, now }, profile) => {
    const selection = trail.select(kept(window, now, profile));
    const pages = pagesOf(selection, pageSize, profile);
    if (
      profile['page-beyond-last'] === 'refused' &&
      page > Math.max(pages, 1) &&
      page !== Number.POSITIVE_INFINITY
    )
      throw new Refusal('bad-parameter', `There are only ${pages} pages.`, 'page');
    const wanted = { order, offset: (page - 1) * pageSize, limit: pageSize };
    const [before, after] = envelope(page, pageSize, pages, selection, profile, wanted.offset);
    return selection.json(before, wanted, after);
  },
  refuse,
};

function pagesOf({ total }: Selection, pageSize: number, profile: Profile): number {
  return Math.max(Math.ceil(total / pageSize), profile['empty-total-pages']);
}

/** What stands before and behind the records. */
function envelope(
  page: number,
  pageSize: number,
  pages: number,
  { total }: Selection,
  profile: Profile,
  offset: number,
): [before: string, after: string] {
  if (profile.envelope === 'bare') return ['[', ']'];
  const joint = profile.envelope === 'snake' ? '_' : '-';
  const onPage = Math.max(0, Math.min(pageSize, total - offset));
  const hits = profile.totals === 'page' ? onPage : total;
  const totals = `,"total${joint}hits":${hits},"total${joint}pages":${pages}`;
  const shown = page === Number.POSITIVE_INFINITY ? 0 : page;
  return [
    // Written by hand, as it is whole numbers only, and every page has one.
    `{"page":${shown},"page${joint}size":${pageSize}${profile.totals === 'absent' ? '' : totals},"${profile['list-key']}":[`,
    ']}',
  ];
}
