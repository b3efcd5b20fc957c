/** `GET /v1/<domain>/issues`: the issues of a domain, through which a client finds those to audit. */
import type { HelpshiftTicket, HelpshiftTickets } from '../../../specs/helpshift/types.js';
import type { Asked, Endpoint, SeenTicket } from '../../Endpoint.js';
import { Refusal } from '../../Refusal.js';
import type { Order } from '../../Selection.js';
import { auth, permit, type View } from './auth.js';
import type { Profile } from './profile.js';
import { bad, orderOf, pageOf, parsed, timeOf, wholeNumber } from './query.js';
import { refuse } from './refuse.js';

interface Question {
  ids: ReadonlySet<string> | undefined;
  /** Epoch milliseconds, both bounds inclusive. */
  created: { since: number; until: number };
  updatedSince: number;
  sortBy: 'created_at' | 'updated_at';
  order: Order;
  /** From 1; infinite for a page that is empty whatever there is. */
  page: number;
  pageSize: number;
}

const DEFAULT_PAGE_SIZE = 100;
const LARGEST_PAGE_SIZE = 1000;
const DEEPEST_ISSUE = 50_000;

const sortKeys = { 'creation-time': 'created_at', 'last-updated': 'updated_at' } as const;

/** The vendor spells each name both with hyphens and with underscores. */
const names = ['created_since', 'created_until', 'updated_since', 'sort_by', 'sort_order'];

export const tickets: Endpoint<Question, Profile, View> = {
  method: 'GET',
  paths: ['/v1/:domain/issues'],
  shape: 'tickets',
  auth,
  address: [':domain'],
  permit,
  parameters: [
    ...[...names, 'page_size'].flatMap((name) => [hyphened(name), name]),
    ...['page', 'ids', 'includes'],
  ],
  query,
  respond: ({ sortBy, order, page, pageSize, ...filter }, scene, profile) => {
    const issues = scene.tickets
      .map((ticket) => issueOf(ticket, profile))
      .filter((issue) => passes(issue, filter))
      .sort((a, b) => a[sortBy] - b[sortBy]);
    if (order === 'desc') issues.reverse();
    const pages = Math.max(Math.ceil(issues.length / pageSize), 1);
    if (profile['page-beyond-last'] === 'refused' && page > pages)
      throw new Refusal('bad-parameter', `There are only ${pages} pages.`, 'page');
    const offset = (page - 1) * pageSize;
    const answer: HelpshiftTickets = {
      page: page === Number.POSITIVE_INFINITY ? 0 : page,
      'page-size': pageSize,
      issues: issues.slice(offset, offset + pageSize),
      'total-hits': issues.length,
      'total-pages': pages,
    };
    return JSON.stringify(answer);
  },
  refuse,
};

function query({ parameters: given }: Asked, profile: Profile): Question {
  const parameters = underscored(given, profile);
  const time = (name: string) => timeOf(name, parameters, profile);
  const createdUntil = time('created_until') ?? Number.POSITIVE_INFINITY;
  const page = pageOf(parameters.get('page'), profile);
  const pageSize = pageSizeOf(parameters.get('page_size'), profile);
  if (page * pageSize > DEEPEST_ISSUE && page !== Number.POSITIVE_INFINITY)
    throw bad('page', `times page_size must not be more than ${DEEPEST_ISSUE}`);
  return {
    ids: idsOf(parameters.get('ids')),
    created: {
      since: time('created_since') ?? Number.NEGATIVE_INFINITY,
      until: profile['until-bound'] === 'inclusive' ? createdUntil : createdUntil - 1,
    },
    updatedSince: time('updated_since') ?? Number.NEGATIVE_INFINITY,
    sortBy: sortKeyOf(parameters.get('sort_by'), profile),
    order: orderOf(parameters.get('sort_order'), profile),
    page,
    pageSize,
  };
}

/** Of two spellings of one name, the value counts that would of a name given twice. */
function underscored(given: Asked['parameters'], profile: Profile): Asked['parameters'] {
  const pairs = [...given].map(([name, value]) => [name.replace('-', '_'), value] as const);
  return new Map(profile['repeated-parameter'] === 'first' ? pairs.reverse() : pairs);
}

function hyphened(name: string): string {
  return name.replace('_', '-');
}

function idsOf(value: string | undefined): ReadonlySet<string> | undefined {
  if (value === undefined) return undefined;
  const ids = parsed(value);
  if (Array.isArray(ids) && ids.every((id) => ['string', 'number'].includes(typeof id)))
    return new Set(ids.map(String));
  throw bad('ids', 'must be a JSON array of ids');
}

function sortKeyOf(value: string | undefined, profile: Profile): Question['sortBy'] {
  if (value === 'creation-time' || value === 'last-updated') return sortKeys[value];
  if (value !== undefined && profile['bad-sort-order'] === 'refused')
    throw bad('sort_by', 'must be creation-time or last-updated');
  return sortKeys[profile['issues-order']];
}

function pageSizeOf(value: string | undefined, profile: Profile): number {
  if (value === undefined) return DEFAULT_PAGE_SIZE;
  const size = wholeNumber(value);
  if (size >= 1 && size <= LARGEST_PAGE_SIZE) return size;
  if (profile['bad-page-size'] === 'refused')
    throw bad('page_size', `must be a whole number from 1 to ${LARGEST_PAGE_SIZE}`);
  return DEFAULT_PAGE_SIZE;
}

function passes(
  issue: HelpshiftTicket,
  { ids, created, updatedSince }: Pick<Question, 'ids' | 'created' | 'updatedSince'>,
): boolean {
  return (
    (ids?.has(String(issue.id)) ?? true) &&
    issue.created_at >= created.since &&
    issue.created_at <= created.until &&
    issue.updated_at >= updatedSince
  );
}

function issueOf(
  { address, settings, created, updated = created, trail }: SeenTicket,
  profile: Profile,
) {
  const { title = '' } = settings as { title?: string };
  const audited = profile['updated-by-audit'] === 'yes' ? trail.newest() : undefined;
  return {
    id: publishId(address.at(-1) as string),
    title,
    created_at: created,
    updated_at: Math.max(updated, audited ?? created),
  } satisfies HelpshiftTicket;
}

/** A number, as the vendor's are; a fixture may call an issue something else. */
function publishId(name: string): number | string {
  const id = wholeNumber(name);
  return String(id) === name ? id : name;
}
