/** A page to log in with, where an answer was expected. */
import type { Behaviour } from './Behaviour.js';
import { page, replace } from './Reply.js';

const FORM = `<form method="post" action="/login">
<label>User <input name="user"></label>
<label>Password <input name="password" type="password"></label>
<button>Log in</button>
</form>`;

export const loginPage: Behaviour<true> = {
  change(reply) {
    replace(reply, 200, { 'Content-Type': 'text/html; charset=utf-8' }, page('Log in', FORM));
    reply.inFront = true;
  },
};
