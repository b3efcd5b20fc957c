/** `GET /v2/<domain>/issues/<issue-id>/_audit_logs`: the actions taken on an issue, a page at a time. */
import { readTime } from '../../../fixtures/language/vendors/helpshift/time.js';
import { Refusal } from '../../Refusal.js';
import type { Order } from '../../Selection.js';
import type { Window } from '../../Trail.js';
import type { Endpoint } from '../../Vendor.js';
import { auth, permit, type View } from './auth.js';
import type { Profile } from './profile.js';
import { refuse } from './refuse.js';

interface Question {
  window: Window;
  order: Order;
  /** From 1. */
  page: number;
  pageSize: number;
}

const DEFAULT_PAGE_SIZE = 200;
const LARGEST_PAGE_SIZE = 500;

export const auditLog: Endpoint<Question, Profile, View> = {
  method: 'GET',
  paths: ['/v2/:domain/issues/:issueId/_audit_logs'],
  auth,
  params: ['domain', 'issueId'],
  permit,
  parameters: ['sort_order', 'actions', 'since', 'until', 'page', 'page_size'],
  query: ({ parameters }) => ({
    window: {
      since: milliseconds('since', parameters),
      until: milliseconds('until', parameters),
      actions: actionsOf(parameters.get('actions')),
    },
    order: parameters.get('sort_order') === 'asc' ? 'asc' : 'desc',
    page: within(parameters.get('page'), 1, Number.MAX_SAFE_INTEGER, 1),
    pageSize: within(parameters.get('page_size'), 1, LARGEST_PAGE_SIZE, DEFAULT_PAGE_SIZE),
  }),
  respond: ({ window, order, page, pageSize }, { trail }) => {
    const selection = trail.select(window);
    const paging = {
      page,
      'page-size': pageSize,
      'total-hits': selection.total,
      'total-pages': Math.max(1, Math.ceil(selection.total / pageSize)),
    };
    return selection.json(
      `${JSON.stringify(paging).slice(0, -1)},"audit_logs":[`,
      { order, offset: (page - 1) * pageSize, limit: pageSize },
      ']}',
    );
  },
  refuse,
};

/** A whole number in a range; anything else is the default. */
function within(value: string | undefined, least: number, most: number, otherwise: number): number {
  const number = value !== undefined && /^\d+$/.test(value) ? Number(value) : Number.NaN;
  return number >= least && number <= most ? number : otherwise;
}

function milliseconds(name: string, parameters: ReadonlyMap<string, string>): number | undefined {
  const value = parameters.get(name);
  if (value === undefined) return undefined;
  const time = readTime(value);
  if (Number.isNaN(time))
    throw new Refusal('bad-parameter', `${name} must be a time in milliseconds.`, name);
  return time;
}

/** A JSON array of strings, or the same separated by commas. */
function actionsOf(value: string | undefined): string[] | undefined {
  if (value === undefined || value === '') return undefined;
  if (!value.startsWith('[')) return value.split(',').map((action) => action.trim());
  const actions = parsed(value);
  if (Array.isArray(actions) && actions.every((action) => typeof action === 'string'))
    return actions;
  throw new Refusal('bad-parameter', 'actions must be a JSON array of strings.', 'actions');
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
