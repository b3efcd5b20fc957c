/** The body ends too early, and the connection with it. */
import type { Behaviour } from './Behaviour.js';
import { spoil } from './spoil.js';

export const cut: Behaviour<number | undefined> = {
  change(reply, bytes) {
    reply.end ??= bytes ?? 'half';
    spoil(reply, 'cut');
  },
};
