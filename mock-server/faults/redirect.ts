/** The client is sent elsewhere. */
import type { Deeds } from '../../fixtures/language/Fault.js';
import type { Behaviour } from './Behaviour.js';
import { page, replace } from './Reply.js';

export const redirect: Behaviour<Deeds['redirect']> = {
  change(reply, { to, status }, { asking: { request } }) {
    const here = new URL(`${request.protocol}://${request.headers.host ?? 'localhost'}`);
    // One simulator has two names, so that it is seen what the client brings along.
    if (to === 'other-host')
      here.hostname = here.hostname === '127.0.0.1' ? 'localhost' : '127.0.0.1';
    const Location = `${here.origin}${request.originalUrl}`;
    const headers = { 'Content-Type': 'text/html', Location };
    replace(reply, status, headers, page('Moved', '<p>It is elsewhere now.</p>'));
    reply.inFront = true;
  },
};
