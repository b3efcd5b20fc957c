/** Content-Length says another length than the body has. */
import type { Behaviour } from './Behaviour.js';
import { spoil } from './spoil.js';

export const contentLength: Behaviour<number> = {
  change(reply, more) {
    reply.lie = more;
    // Sent in pieces, it says no length.
    if (Buffer.isBuffer(reply.body)) spoil(reply, 'cut');
  },
};
