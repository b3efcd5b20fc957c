/** Asks a server one question, and compares what it answers with what is right. */
import { isDeepStrictEqual } from 'node:util';
import { answerTo } from './answerTo.js';
import { AUTHORIZATION } from './writeWorld.js';

/**
 * Who has a list without paging fields around it is compared with the list.
 * @throws where it answers anything else
 */
export async function checkAnswer({ url }, target, question) {
  const headers = { authorization: AUTHORIZATION };
  const answer = await fetch(url + target, { headers });
  const body = await answer.json();
  const right = answerTo(question);
  if (isDeepStrictEqual(body, Array.isArray(body) ? right.audit_logs : right)) return;
  throw new Error(`${target} is answered otherwise: ${JSON.stringify(body).slice(0, 300)}`);
}
