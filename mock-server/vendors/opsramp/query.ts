/** What a request for OpsRamp's activity log asks for. */
import { readTime } from '../../../fixtures/language/vendors/opsramp/time.js';
import type { Asked } from '../../Endpoint.js';
import { Refusal } from '../../Refusal.js';
import type { Order } from '../../Selection.js';
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
  const largest = profile['largest-page'];
  return {
    number: countOf('pageNo', parameters, profile) ?? 1,
    size: Math.min(countOf('pageSize', parameters, profile) ?? largest, largest),
  };
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
