/** Mistakes that any vendor's servers may make; each vendor's own are beside its page. */
import { answersJson } from './answersJson.js';
import type { ServerMutant } from './ServerMutant.js';

export const serverMutants: readonly ServerMutant[] = [
  {
    name: 'server-says-nothing',
    mistake: 'has no record of anything',
    ...{ case: 'endpoint/reads', reason: 'wrong-count' },
    answers: answersJson(() => []),
  },
];
