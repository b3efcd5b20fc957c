/** What a request for Helpshift's audit logs asks for. */
import { published } from '../../../fixtures/language/vendors/helpshift/language.js';
import { readTime } from '../../../fixtures/language/vendors/helpshift/time.js';
import type { Asked } from '../../Endpoint.js';
import type { Circumstances, Reading, Wish } from '../../Reading.js';
import { Refusal } from '../../Refusal.js';
import type { Order } from '../../Selection.js';
import type { Window } from '../../Trail.js';
import type { Profile } from './profile.js';

export interface Question {
  window: Window;
  order: Order;
  /** From 1; infinite for a page that is empty whatever there is. */
  page: number;
  pageSize: number;
}

type Parameters = Asked['parameters'];

const DEFAULT_PAGE_SIZE = 200;
const LARGEST_PAGE_SIZE = 500;
const DAY = 24 * 60 * 60 * 1000;

export function query({ parameters, actions: known }: Asked, profile: Profile): Question {
  const since = timeOf('since', parameters, profile);
  const until = timeOf('until', parameters, profile);
  if (
    since !== undefined &&
    until !== undefined &&
    since > until &&
    profile['reversed-window'] === 'refused'
  )
    throw bad('since', 'must not be after until');
  const actions = actionsOf(parameters.get('actions'), profile);
  if (profile['unknown-action'] === 'refused')
    for (const action of actions ?? [])
      if (!known.has(action) && !published.includes(action))
        throw bad('actions', `has an unknown action ${action}`);
  const page = pageOf(parameters.get('page'), profile);
  const pageSize = pageSizeOf(parameters.get('page_size'), profile);
  const deepest = profile['deepest-record'];
  if (deepest > 0 && page * pageSize > deepest && page !== Number.POSITIVE_INFINITY)
    throw bad('page', `times page_size must not be more than ${deepest}`);
  return {
    window: {
      since: since === undefined || profile['since-bound'] === 'inclusive' ? since : since + 1,
      until: until === undefined || profile['until-bound'] === 'inclusive' ? until : until - 1,
      actions,
    },
    order: orderOf(parameters.get('sort_order'), profile),
    page,
    pageSize,
  };
}

export function reading(
  { order, pageSize }: Wish,
  { now }: Circumstances,
  profile: Profile,
): Reading {
  const size = pageSizeOf(pageSize?.toString(), profile);
  const deepest = profile['deepest-record'] || Number.POSITIVE_INFINITY;
  return {
    order: orderOf(order, profile),
    pageSize: size,
    window: kept({}, now, profile),
    reach: Math.floor(deepest / size) * size,
  };
}

/** Undefined for a page that there cannot be. */
export function page(parameters: Parameters): number | undefined {
  const asked = wholeNumber(parameters.get('page') ?? '1');
  return asked >= 1 ? asked : undefined;
}

/** The part of a window whose records the vendor still has. @param now epoch milliseconds */
export function kept(window: Window, now: number, profile: Profile): Window {
  const days = profile['retention-days'];
  if (days === 0) return window;
  const since = now - days * DAY;
  return (window.since ?? 0) > since ? window : { ...window, since, gone: true };
}

export function orderOf(value: string | undefined, profile: Profile): Order {
  if (value === 'asc' || value === 'desc') return value;
  if (value !== undefined && profile['bad-sort-order'] === 'refused')
    throw bad('sort_order', 'must be asc or desc');
  return 'desc';
}

export function timeOf(name: string, parameters: Parameters, profile: Profile): number | undefined {
  const value = parameters.get(name);
  if (value === undefined) return undefined;
  const time = readTime(value);
  if (!Number.isNaN(time)) return time;
  if (profile['bad-time'] === 'ignored') return undefined;
  throw bad(name, 'must be a time in milliseconds');
}

/** A JSON array of strings, or the same separated by commas. */
function actionsOf(value: string | undefined, profile: Profile): string[] | undefined {
  if (value === undefined || value.trim() === '') return undefined;
  const syntax = profile['actions-syntax'];
  if (syntax === 'comma' || (syntax === 'any' && !value.trim().startsWith('[')))
    return value.split(',').map((action) => action.trim());
  const actions = parsed(value);
  if (Array.isArray(actions) && actions.every((action) => typeof action === 'string'))
    return actions;
  throw bad('actions', 'must be a JSON array of strings');
}

/** Undefined where it is no JSON. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

export function pageOf(value: string | undefined, profile: Profile): number {
  if (value === undefined) return 1;
  const page = wholeNumber(value);
  if (page >= 1) return page;
  if (profile['bad-page'] === 'refused') throw bad('page', 'must be a whole number from 1');
  return profile['bad-page'] === 'empty' ? Number.POSITIVE_INFINITY : 1;
}

function pageSizeOf(value: string | undefined, profile: Profile): number {
  if (value === undefined || value === '') return DEFAULT_PAGE_SIZE;
  if (profile['bad-page-size'] === 'refused' && !/^-?\d+$/.test(value))
    throw bad('page_size', 'must be a number');
  const size = wholeNumber(value);
  return size >= 1 && size <= LARGEST_PAGE_SIZE ? size : DEFAULT_PAGE_SIZE;
}

/** NaN for anything else. */
export function wholeNumber(value: string): number {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  return number <= Number.MAX_SAFE_INTEGER ? number : Number.NaN;
}

export function bad(name: string, must: string): Refusal {
  return new Refusal('bad-parameter', `${name} ${must}.`, name);
}
