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
  {
    name: 'server-answers-in-text',
    mistake: 'says that its JSON is text',
    ...{ case: 'endpoint/json', reason: 'wrong-header' },
    answers: (right) => ({
      ...right,
      headers: { ...right.headers, 'content-type': 'text/plain; charset=utf-8' },
    }),
  },
  {
    name: 'server-forgets-head',
    mistake: 'knows no method but those that it documents',
    ...{ case: 'endpoint/head', reason: 'wrong-status' },
    answers: (right, { method }) =>
      (method as string) === 'HEAD' ? { ...right, status: 405 } : right,
  },
];
