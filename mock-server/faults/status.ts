/** What stands in front of the vendor answers in its stead. */
import { STATUS_CODES } from 'node:http';
import type { Deeds } from '../../fixtures/language/Fault.js';
import type { Behaviour } from './Behaviour.js';
import { page, replace } from './Reply.js';

/** How long an HTTP date says to wait, in milliseconds. */
const WAIT = 2000;

export const status: Behaviour<Deeds['status']> = {
  change(reply, { code, retryAfter }, { time }) {
    const after =
      retryAfter === 'date' ? new Date(time + WAIT).toUTCString() : retryAfter?.toString();
    const title = `${code} ${STATUS_CODES[code] ?? 'Error'}`;
    replace(
      reply,
      code,
      { 'Content-Type': 'text/html', ...(after !== undefined && { 'Retry-After': after }) },
      page(title, '<p>Please try again later.</p>'),
    );
    reply.inFront = true;
  },
};
