/** Servers of Helpshift that are wrong in a way of their own. */
import type { ServerMutant } from '../../mutants/ServerMutant.js';
import type { Wanted } from '../../reference/VendorClient.js';

export const serverMutants: readonly ServerMutant[] = [
  {
    name: 'helpshift-ignores-since',
    mistake: 'passes over since',
    ...{ case: 'parameters/window', reason: 'invented-records' },
    heard: without('since'),
  },
];

/** As if a parameter had not been sent. */
function without(name: string) {
  return (wanted: Wanted): Wanted => {
    const [path = '', query = ''] = wanted.path.split('?');
    const parameters = new URLSearchParams(query);
    parameters.delete(name);
    return { ...wanted, path: `${path}?${parameters}` };
  };
}
