/** Servers that take a request for another. */
import { hearsQuery } from '../../../mutants/hearsQuery.js';
import type { ServerMutant } from '../../../mutants/ServerMutant.js';
import { withoutParameter } from '../../../mutants/withoutParameter.js';

export const requestServerMutants: readonly ServerMutant[] = [
  {
    name: 'opsramp-server-knows-no-start',
    mistake: 'passes over startTs',
    ...{ case: 'parameters/start', reason: 'invented-records' },
    heard: withoutParameter('startTs'),
  },
  {
    name: 'opsramp-server-knows-no-end',
    mistake: 'passes over endTs',
    ...{ case: 'parameters/end', reason: 'invented-records' },
    heard: withoutParameter('endTs'),
  },
  {
    name: 'opsramp-server-cuts-hours',
    mistake: 'reads an endTs to the hour',
    ...{ case: 'parameters/window', reason: 'missing-records' },
    heard: hearsQuery((parameters) => {
      const end = parameters.get('endTs');
      if (end !== null) parameters.set('endTs', end.replace(/:\d\d:\d\d/, ':00:00'));
    }),
  },
  {
    name: 'opsramp-server-has-long-seconds',
    mistake: 'takes an endTs of an even second for the one behind it',
    ...{ case: 'parameters/split', reason: 'repeated-records' },
    heard: hearsQuery((parameters) => {
      const end = parameters.get('endTs')?.replace(/[02468](?=\+)/, (last) => `${+last + 1}`);
      if (end !== undefined) parameters.set('endTs', end);
    }),
  },
  {
    name: 'opsramp-server-forgets-the-order',
    mistake: 'has the newest first, whatever isDescendingOrder says',
    ...{ case: 'order/ascending', reason: 'wrong-order' },
    heard: withoutParameter('isDescendingOrder'),
  },
  {
    name: 'opsramp-server-is-always-ascending',
    mistake: 'has the oldest first, whatever isDescendingOrder says',
    ...{ case: 'order/descending', reason: 'wrong-order' },
    heard: hearsQuery((parameters) => parameters.set('isDescendingOrder', 'false')),
  },
  {
    name: 'opsramp-server-is-ascending-by-default',
    mistake: 'has the oldest first where nothing is said of the order',
    ...{ case: 'order/default', reason: 'wrong-order' },
    heard: hearsQuery((parameters) => {
      if (!parameters.has('isDescendingOrder')) parameters.set('isDescendingOrder', 'false');
    }),
  },
  {
    name: 'opsramp-server-guesses-paths',
    mistake: 'takes a path that is nearly right for the right one',
    ...{ case: 'refusals/unknown-path', reason: 'not-refused' },
    heard: (wanted) => ({ ...wanted, path: wanted.path.replace('activitylogs', 'activitylog') }),
  },
  {
    name: 'opsramp-server-has-one-page',
    mistake: 'answers every page of a search with the first',
    ...{ case: 'tickets/pages', reason: 'repeated-records' },
    heard: withoutParameter('pageNo'),
  },
  {
    name: 'opsramp-server-sorts-by-id',
    mistake: 'sorts incidents by their ids, whatever sortName says',
    ...{ case: 'tickets/order', reason: 'wrong-order' },
    heard: withoutParameter('sortName'),
  },
  {
    name: 'opsramp-server-knows-no-dates',
    mistake: 'finds incidents of all dates, whichever were asked for',
    ...{ case: 'tickets/dates', reason: 'wrong-count' },
    heard: hearsQuery((parameters) => {
      const query = parameters.get('queryString')?.replace(/endCreationDate:[^+]+\+0000/, '');
      if (query !== undefined)
        parameters.set('queryString', `${query}+startCreationDate:1990-01-01T00:00:00+0000`);
    }),
  },
  {
    name: 'opsramp-server-reads-one-field',
    mistake: 'passes over what stands behind the first field of a queryString',
    ...{ case: 'tickets/all-fields', reason: 'wrong-count' },
    heard: hearsQuery((parameters) => {
      const [first] = parameters.get('queryString')?.split(/\+(?=[a-z])/) ?? [];
      if (first !== undefined) parameters.set('queryString', first);
    }),
  },
];
