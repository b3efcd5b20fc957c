/** `POST /api/v1/request/search/byqual`: the requests that a credential may read, and when they changed. */
import type { Asked, Endpoint, SeenTicket } from '../../Endpoint.js';
import { Refusal } from '../../Refusal.js';
import { auth, checkPath, isOwn, type View } from './auth.js';
import type { Profile } from './profile.js';
import { bodyOf } from './query.js';
import { refuse } from './refuse.js';

interface Question {
  offset: number;
  size: number;
  by: 'createdTime' | 'updatedTime';
  newestFirst: boolean;
}

export const tickets: Endpoint<Question, Profile, View> = {
  method: 'POST',
  paths: ['/api/v1/request/search/byqual', '/api//v1/request/search/byqual'],
  sampleBody: '{}',
  shape: 'tickets',
  auth,
  address: [],
  permit: ({ path }, profile) => checkPath(path, profile),
  parameters: ['offset', 'size', 'sort_by'],
  query,
  respond: ({ offset, size, by, newestFirst }, { tickets, view }, profile) => {
    const all = profile['others-requests'] === 'readable';
    const rows = tickets
      .filter(({ settings }) => all || isOwn(settings.requester, view))
      .map((ticket) => rowOf(ticket, profile))
      .sort((a, b) => a[by] - b[by] || byId(a.id, b.id));
    if (newestFirst) rows.reverse();
    const page = rows.slice(offset, offset + size).map(write);
    return `{"objectList":[${page}],"totalCount":${rows.length}}`;
  },
  refuse,
};

function query(asked: Asked, profile: Profile): Question {
  const { qualDetails } = bodyOf(asked, profile);
  if (qualDetails !== undefined && profile['list-filter'] === 'refused')
    throw new Refusal('bad-body', 'There is no such filter.', 'qualDetails');
  const { parameters } = asked;
  const parameter = <Value>(
    name: string,
    otherwise: Value,
    read: (text: string) => Value | undefined,
  ): Value => {
    const text = parameters.get(name);
    const value = text === undefined ? otherwise : read(text);
    if (value === undefined && profile['list-bad-parameter'] === 'refused')
      throw new Refusal('bad-parameter', `The parameter ${name} has no such value.`, name);
    return value ?? otherwise;
  };
  return {
    offset: parameter('offset', 0, (text) => wholeNumber(text, 0)),
    size: parameter('size', profile['list-size'], (text) => wholeNumber(text, 1)),
    ...parameter('sort_by', unsorted(profile), (text) => sortedBy(text, profile)),
  };
}

function wholeNumber(text: string, least: number): number | undefined {
  return /^\d+$/.test(text) && Number(text) >= least ? Number(text) : undefined;
}

type Sort = Pick<Question, 'by' | 'newestFirst'>;

function unsorted(profile: Profile): Sort {
  return { by: 'createdTime', newestFirst: profile['list-order'] === 'newest-first' };
}

/** A minus turns round the direction that a name alone has. */
function sortedBy(text: string, profile: Profile): Sort | undefined {
  const direction = profile['list-sort'];
  if (direction === 'ignored') return unsorted(profile);
  const [, minus, by] = /^(-?)(createdTime|updatedTime)$/.exec(text) ?? [];
  if (by === undefined) return undefined;
  return { by: by as Sort['by'], newestFirst: (direction === 'descending') !== (minus === '-') };
}

type Row = { id: string; settings: SeenTicket['settings'] } & Record<Sort['by'], number>;

function rowOf(
  { address: [id = ''], settings, created, updated = created, changed }: SeenTicket,
  profile: Profile,
): Row {
  const updatedTime = profile['updated-by-audit'] === 'yes' ? Math.max(updated, changed) : updated;
  return { id, settings, createdTime: created, updatedTime };
}

/** As numbers, however long they are. */
function byId(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

/** The id is written as it stands, since a number of JavaScript's may be too short for it. */
function write({ id, settings, createdTime, updatedTime }: Row): string {
  const { name = `INC-${id}`, subject = `Request ${id}` } = settings;
  const rest = JSON.stringify({ name, subject, createdTime, updatedTime });
  return `{"id":${id},${rest.slice(1)}`;
}
