/** `GET /api/v2/tenants/<tenant>/incidents/<incident>/activitylog`: a ticket's activities in a window. */
import type { TicketType } from '../../../fixtures/language/vendors/opsramp/language.js';
import { writeTime } from '../../../fixtures/language/vendors/opsramp/time.js';
import type { Endpoint } from '../../Endpoint.js';
import { auth, permit, type View } from './auth.js';
import type { Profile } from './profile.js';
import { type Page, type Question, query, windowOf } from './query.js';
import { refuse } from './refuse.js';
import { placeOf } from './tickets.js';

export const auditLog = (type: TicketType): Endpoint<Question, Profile, View> => ({
  method: 'GET',
  paths: [`${placeOf(type).path}/activitylog`],
  shape: 'answer',
  auth,
  address: placeOf(type).address,
  permit,
  parameters: ['startTs', 'endTs', 'isDescendingOrder', 'pageNo', 'pageSize'],
  query,
  respond: ({ start, end, order, page }, { ticket: { trail, created }, now }, profile) => {
    const selection = trail.select(windowOf({ start, end }, { created, now }, profile));
    const { number, size } = page ?? { number: 1, size: selection.total };
    const rest = {
      totalResults: selection.total,
      pageSize: size,
      ...pagesOf({ number, size }, selection.total, profile),
      startDate: dateOf(start, created, profile),
      endDate: dateOf(end, now, profile),
      descendingOrder: order === 'desc',
    };
    const wanted = { order, offset: (number - 1) * size, limit: size };
    return selection.json('{"results":[', wanted, `],${JSON.stringify(rest).slice(1)}`);
  },
  refuse,
});

/** Whether there is another page, and which is which. */
function pagesOf({ number, size }: Page, total: number, { paging }: Profile): object {
  const nextPage = number * size < total;
  return {
    nextPage,
    ...(paging === 'numbered' && {
      pageNo: number,
      totalPages: Math.ceil(total / size),
      ...(nextPage && { nextPageNo: number + 1 }),
    }),
  };
}

/** An end of the window; undefined where the answer has no such key. */
function dateOf(
  asked: number | undefined,
  used: number,
  profile: Profile,
): string | null | undefined {
  if (asked !== undefined) return writeTime(asked);
  if (profile['echo-window'] === 'resolved') return writeTime(used);
  return profile['echo-window'] === 'null' ? null : undefined;
}
