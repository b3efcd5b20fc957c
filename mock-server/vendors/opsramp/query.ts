/** What a request for OpsRamp's activity log asks for. */
import { readTime } from '../../../fixtures/language/vendors/opsramp/time.js';
import { Refusal } from '../../Refusal.js';
import type { Order } from '../../Selection.js';
import type { Asked } from '../../Vendor.js';

export interface Question {
  /** Epoch milliseconds, inclusive; undefined for the default. */
  start: number | undefined;
  end: number | undefined;
  order: Order;
}

export function query({ parameters }: Asked): Question {
  return {
    start: timeOf('startTs', parameters),
    end: timeOf('endTs', parameters),
    order: isDescending(parameters.get('isDescendingOrder')) ? 'desc' : 'asc',
  };
}

function timeOf(name: string, parameters: ReadonlyMap<string, string>): number | undefined {
  const value = parameters.get(name);
  if (value === undefined || value === '') return undefined;
  const time = readTime(value);
  if (Number.isNaN(time))
    throw new Refusal(
      'bad-parameter',
      `${name} must be a time like 2018-10-24T05:26:27+0000.`,
      name,
    );
  return time;
}

function isDescending(value: string | undefined): boolean {
  const word = value?.toLowerCase();
  if (word === undefined || word === '' || word === 'true') return true;
  if (word === 'false') return false;
  const field = 'isDescendingOrder';
  throw new Refusal('bad-parameter', `${field} must be true or false.`, field);
}
