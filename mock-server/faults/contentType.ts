/** Content-Type says something else. */
import type { Behaviour } from './Behaviour.js';

export const contentType: Behaviour<string> = {
  change(reply, type) {
    reply.headers['Content-Type'] = type;
  },
};
