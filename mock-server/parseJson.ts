/** Reads a body as JSON. */
import { Refusal } from './Refusal.js';

/** The value of a body that must be UTF-8 and JSON. @throws Refusal where it is not */
export function parseJson(body: Buffer | undefined): unknown {
  if (body === undefined || body.length === 0)
    throw new Refusal('bad-body', 'The request has no body.');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new Refusal('bad-body', 'The body is not JSON in UTF-8.');
  }
}
