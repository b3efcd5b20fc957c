/** What requests for OpsRamp's activity logs and tickets ask for. */
import { readTime, toSecond } from '../../../fixtures/language/vendors/opsramp/time.js';
import type { OpsrampTicket } from '../../../specs/opsramp/types.js';
import type { Asked } from '../../Endpoint.js';
import type { Circumstances, Reading, Wish } from '../../Reading.js';
import { Refusal } from '../../Refusal.js';
import type { Order } from '../../Selection.js';
import type { Window } from '../../Trail.js';
import type { Profile } from './profile.js';

export interface Question {
  /** Epoch milliseconds, as asked for; undefined for the default. */
  start: number | undefined;
  end: number | undefined;
  order: Order;
  /** Undefined where the log is one piece. */
  page: Page | undefined;
}

export interface Page {
  /** From 1. */
  number: number;
  size: number;
}

export interface Search {
  page: Page;
  /** A key of a ticket, or `ticket.` and one. */
  sortName: string;
  descending: boolean;
  filter: Filter;
}

/** What is left by a queryString. */
export interface Filter {
  /** Undefined where no dates were given at all. */
  created: Range | undefined;
  updated: Range;
  passes(ticket: OpsrampTicket): boolean;
}

/** Epoch milliseconds, both inclusive; infinite where an end was not given. */
export interface Range {
  start: number;
  end: number;
}

type Parameters = Asked['parameters'];

/** A time that cannot be read has a switch of its own. */
export class UnreadableTime extends Refusal {
  constructor(name: string) {
    super('bad-parameter', `${name} must be a time like 2018-10-24T05:26:27+0000.`, name);
  }
}

export function query({ parameters }: Asked, profile: Profile): Question {
  const start = timeOf('startTs', parameters, profile);
  const end = timeOf('endTs', parameters, profile);
  if (
    start !== undefined &&
    end !== undefined &&
    start > end &&
    profile['reversed-window'] === 'refused'
  )
    throw bad('startTs', 'must not be after endTs');
  return {
    start,
    end,
    order: isDescending(parameters, profile) ? 'desc' : 'asc',
    page: pageOf(parameters, profile),
  };
}

export function reading(
  { order = 'desc', pageSize }: Wish,
  circumstances: Circumstances,
  profile: Profile,
): Reading {
  return {
    order,
    pageSize: profile.paging === 'none' ? Number.POSITIVE_INFINITY : sizeOf(pageSize, profile),
    window: windowOf({ start: undefined, end: undefined }, circumstances, profile),
    reach: Number.POSITIVE_INFINITY,
  };
}

/** Undefined for a page that there cannot be. */
export function page(parameters: Parameters): number | undefined {
  const asked = parameters.get('pageNo') ?? '1';
  return /^\d+$/.test(asked) && Number(asked) >= 1 ? Number(asked) : undefined;
}

/** What is searched: from the ticket's creation to now, or the bounds that were asked for. */
export function windowOf(
  { start, end }: Pick<Question, 'start' | 'end'>,
  { created, now }: Circumstances,
  profile: Profile,
): Window {
  const afterStart = start !== undefined && profile['start-bound'] === 'exclusive' ? 1 : 0;
  const beforeEnd = end !== undefined && profile['end-bound'] === 'exclusive' ? 1 : 0;
  return { since: (start ?? toSecond(created)) + afterStart, until: (end ?? now) - beforeEnd };
}

export function search({ parameters }: Asked, profile: Profile): Search {
  return {
    page: readPage(parameters, profile),
    sortName: sortNameOf(parameters, profile),
    descending: isDescending(parameters, profile),
    filter: readFilter(given('queryString', parameters, profile) ?? '', profile),
  };
}

function sortNameOf(parameters: Parameters, profile: Profile): string {
  const name = given('sortName', parameters, profile);
  if (name !== undefined && /^(ticket\.)?(id|createdDate|updatedDate)$/.test(name)) return name;
  if (name !== undefined && profile['bad-search'] === 'refused')
    throw bad('sortName', 'must be ticket.id, ticket.createdDate or ticket.updatedDate');
  return 'ticket.id';
}

/** The fields of a queryString; id is what answers call the uniqueId. */
const fields = [
  ...['id', 'uniqueId', 'subject', 'status'],
  ...['startCreationDate', 'endCreationDate', 'startUpdationDate', 'endUpdationDate'],
];

/** Reads `name:value+name:value`. */
function readFilter(text: string, profile: Profile): Filter {
  const read = fieldsOf(text, profile);
  const said = (name: string) => given(name, read, profile);
  const rangeOf = (what: 'Creation' | 'Updation'): Range => ({
    start:
      (timeOf(`start${what}Date`, read, profile) ?? Number.NEGATIVE_INFINITY) +
      (profile['start-bound'] === 'exclusive' ? 1 : 0),
    end:
      (timeOf(`end${what}Date`, read, profile) ?? Number.POSITIVE_INFINITY) -
      (profile['end-bound'] === 'exclusive' ? 1 : 0),
  });
  const [created, updated] = [rangeOf('Creation'), rangeOf('Updation')];
  const dated = [created, updated].some(({ start, end }) => start > -Infinity || end < Infinity);
  const about = said('subject') ?? '';
  const exact = about !== '' && profile['search-subject'] === 'exact';
  const ids = [said('id'), said('uniqueId')].filter((id) => id !== undefined);
  const statuses = said('status')?.split(/ *, */);
  return {
    created: dated ? created : undefined,
    updated,
    passes: ({ id, subject = '', status }) =>
      ids.every((wanted) => wanted === id) &&
      (exact ? subject === about : subject.includes(about)) &&
      (statuses === undefined || (status !== undefined && statuses.includes(status))),
  };
}

function fieldsOf(text: string, profile: Profile): Map<string, string> {
  // A raw plus arrives as a blank.
  const blank = new RegExp(` (?=(?:${fields.join('|')}):)`);
  if (profile['space-for-plus'] === 'refused' && blank.test(text))
    throw bad('queryString', 'must have %2B between its fields');
  const pieces = text.split(/\+(?=[A-Za-z]\w*:)/).flatMap((piece) => piece.split(blank));
  const read = new Map<string, string>();
  for (const piece of pieces.filter((piece) => piece !== '')) {
    const [, name = '', value = ''] = /^(\w+):(.*)$/s.exec(piece) ?? [];
    if (fields.includes(name)) read.set(name, value);
    else if (profile['bad-search'] === 'refused')
      throw bad(
        'queryString',
        `must have fields like uniqueId:<id>; there are ${fields.join(', ')}`,
      );
  }
  return read;
}

/** A parameter's value; nothing is as good as none, unless that is refused. */
function given(name: string, parameters: Parameters, profile: Profile): string | undefined {
  const value = parameters.get(name);
  if (value !== '') return value;
  if (profile['empty-parameter'] === 'refused') throw bad(name, 'must not be empty');
  return undefined;
}

function timeOf(name: string, parameters: Parameters, profile: Profile): number | undefined {
  const value = given(name, parameters, profile);
  if (value === undefined) return undefined;
  const text =
    profile['space-for-plus'] === 'accepted' ? value.replace(/ (?=\d\d:?\d\d$)/, '+') : value;
  const time = readTime(text, profile['time-forms']);
  if (!Number.isNaN(time)) return time;
  if (profile['bad-time'] === 'ignored') return undefined;
  throw new UnreadableTime(name);
}

function isDescending(parameters: Parameters, profile: Profile): boolean {
  const value = given('isDescendingOrder', parameters, profile);
  const word = profile['boolean-case'] === 'any' ? value?.toLowerCase() : value;
  if (word === undefined || word === 'true') return true;
  if (word === 'false') return false;
  if (profile['bad-boolean'] === 'refused') throw bad('isDescendingOrder', 'must be true or false');
  return profile['bad-boolean'] === 'descending';
}

function pageOf(parameters: Parameters, profile: Profile): Page | undefined {
  if (profile.paging === 'none') {
    if (profile['unknown-parameter'] === 'refused')
      for (const name of ['pageNo', 'pageSize'])
        if (parameters.has(name)) throw bad(name, 'is no parameter where there are no pages');
    return undefined;
  }
  return readPage(parameters, profile);
}

/** The page that is asked for, where there are pages. */
function readPage(parameters: Parameters, profile: Profile): Page {
  return {
    number: countOf('pageNo', parameters, profile) ?? 1,
    size: sizeOf(countOf('pageSize', parameters, profile), profile),
  };
}

function sizeOf(asked: number | undefined, profile: Profile): number {
  const largest = profile['largest-page'];
  return Math.min(asked ?? largest, largest);
}

function countOf(name: string, parameters: Parameters, profile: Profile): number | undefined {
  const value = given(name, parameters, profile);
  if (value === undefined) return undefined;
  const count = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (count >= 1 && Number.isSafeInteger(count)) return count;
  throw bad(name, 'must be a whole number from 1');
}

function bad(name: string, must: string): Refusal {
  return new Refusal('bad-parameter', `${name} ${must}.`, name);
}
