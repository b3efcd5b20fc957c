/** Servers that answer searches, and requests for incidents and tokens, otherwise than they should. */
import { answersJson } from '../../../mutants/answersJson.js';
import type { ServerMutant } from '../../../mutants/ServerMutant.js';

type Body = Readonly<Record<string, unknown>>;

export const ticketServerMutants: readonly ServerMutant[] = [
  {
    name: 'opsramp-server-hides-the-sorting',
    mistake: 'does not tell what incidents are sorted by',
    ...{ case: 'tickets/search', reason: 'wrong-shape' },
    answers: withSearch(({ orderBy, ...rest }) => rest),
  },
  {
    name: 'opsramp-server-has-undated-incidents',
    mistake: 'does not tell when incidents were last changed',
    ...{ case: 'tickets/fields', reason: 'wrong-record' },
    answers: withSearch((body) => ({
      ...body,
      results: (body.results as Body[]).map(({ updatedDate, ...rest }) => rest),
    })),
  },
  {
    name: 'opsramp-server-wraps-incidents',
    mistake: 'answers an incident as a list of one',
    ...{ case: 'tickets/ticket', reason: 'wrong-shape' },
    answers: answersJson((body, { path }) => (/INC\d+\??$/.test(path) ? [body] : body)),
  },
  {
    name: 'opsramp-server-has-a-page-of-nothing',
    mistake: 'tells of one page where nothing was found',
    ...{ case: 'tickets/nothing-found', reason: 'wrong-shape' },
    answers: withSearch((body) => ({ ...body, totalPages: Math.max(1, Number(body.totalPages)) })),
  },
  {
    name: 'opsramp-server-gives-refresh-tokens',
    mistake: 'gives a refresh token beside the token',
    ...{ case: 'tokens/answer', reason: 'wrong-shape' },
    answers: answersJson((body) => {
      const { access_token, ...rest } = body as Body;
      return access_token === undefined ? body : { access_token, ...rest, refresh_token: 'r' };
    }),
  },
];

function withSearch(change: (body: Body) => object) {
  return answersJson((body, { path }) => (path.includes('/search') ? change(body as Body) : body));
}
