/** `GET …/incidents/search` and `GET …/incidents/<incident>`: how a connector finds its tickets. */
import { Temporal } from 'temporal-polyfill';
import {
  type TicketType,
  ticketTypes,
} from '../../../fixtures/language/vendors/opsramp/language.js';
import { readTime, toSecond, writeTime } from '../../../fixtures/language/vendors/opsramp/time.js';
import type { OpsrampTicket } from '../../../specs/opsramp/types.js';
import type { AnyEndpoint, Endpoint, SeenTicket } from '../../Endpoint.js';
import { auth, permit, type View } from './auth.js';
import type { Profile } from './profile.js';
import { type Page, type Range, type Search, search } from './query.js';
import { refuse } from './refuse.js';

/** Where a ticket of a type is. */
export function placeOf(type: TicketType): { path: string; address: string[] } {
  const id = `:${type.slice(0, -1)}Id`;
  return {
    path: `/api/v2/tenants/:tenantId/${type}/${id}`,
    address: [':tenantId', type, id],
  };
}

const list = (type: TicketType): Endpoint<Search, Profile, View> => ({
  method: 'GET',
  paths: [`/api/v2/tenants/:tenantId/${type}/search`],
  shape: 'tickets',
  auth,
  address: [':tenantId', type],
  permit,
  parameters: ['pageNo', 'pageSize', 'sortName', 'isDescendingOrder', 'queryString'],
  query: search,
  respond: ({ page, sortName, descending, filter }, { tickets, now }, profile) => {
    const created = filter.created ?? defaultRange(now, profile);
    const found = tickets
      .filter((ticket) => ticket.created <= now)
      .map((ticket) => write(ticket, now, profile))
      .filter(
        (ticket) =>
          isIn(ticket.createdDate, created) &&
          isIn(ticket.updatedDate, filter.updated) &&
          filter.passes(ticket),
      )
      .sort((a, b) => compare(a, b, sortName));
    if (descending) found.reverse();
    const { number, size } = page;
    return JSON.stringify({
      results: found.slice((number - 1) * size, number * size),
      totalResults: found.length,
      orderBy: sortName,
      ...pagesOf(page, found.length, profile),
      descendingOrder: descending,
    });
  },
  refuse,
});

const one = (type: TicketType): Endpoint<null, Profile, View> => ({
  method: 'GET',
  paths: [placeOf(type).path],
  shape: 'ticket',
  auth,
  address: placeOf(type).address,
  permit,
  parameters: [],
  query: () => null,
  respond: (_question, { ticket, now }, profile) => JSON.stringify(write(ticket, now, profile)),
  refuse,
});

/** The word search is taken for no ticket's id. */
export const tickets: readonly AnyEndpoint[] = ticketTypes.flatMap((type) => [
  list(type),
  one(type),
]);

function write(ticket: SeenTicket, now: number, profile: Profile): OpsrampTicket {
  const { subject, status } = ticket.settings as { subject?: string; status?: string };
  return {
    id: ticket.address.at(-1) as string,
    ...(subject !== undefined && { subject }),
    createdDate: writeTime(ticket.created),
    updatedDate: writeTime(updatedAt(ticket, now, profile)),
    ...(status !== undefined && { status }),
  };
}

/** Epoch milliseconds. */
function updatedAt(
  { created, updated = created, trail }: SeenTicket,
  now: number,
  profile: Profile,
) {
  const told = updated > now ? created : updated;
  if (profile['updated-by-audit'] === 'no') return told;
  const newest = trail.newest(now);
  return Math.max(told, newest ?? told);
}

/** When the tickets were created that are searched when no dates are given. */
function defaultRange(now: number, profile: Profile): Range {
  if (profile['search-window'] === 'all') return { start: Number.NEGATIVE_INFINITY, end: now };
  const end = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC');
  return { start: toSecond(end.subtract({ months: 1 }).epochMilliseconds), end: now };
}

function isIn(date: string, { start, end }: Range): boolean {
  const time = readTime(date);
  return time >= start && time <= end;
}

/** By the key that is named, and where that is the same, by id. */
function compare(a: OpsrampTicket, b: OpsrampTicket, sortName: string): number {
  const key = sortName.replace(/^ticket\./, '') as 'id' | 'createdDate' | 'updatedDate';
  return order(a[key], b[key]) || order(a.id, b.id);
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function pagesOf({ number, size }: Page, total: number, profile: Profile): object {
  const nextPage = number * size < total;
  const none = profile['last-page'] === 'zero' ? { nextPageNo: 0 } : {};
  return {
    pageNo: number,
    pageSize: size,
    totalPages: Math.ceil(total / size),
    nextPage,
    ...(nextPage ? { nextPageNo: number + 1 } : none),
    previousPageNo: number - 1,
  };
}
