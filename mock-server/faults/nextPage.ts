/** The answer says that there is a next page where there is none, or the other way round. */
import type { Behaviour } from './Behaviour.js';

export const nextPage: Behaviour<boolean> = {
  tell(envelope, more) {
    envelope.set('more', more);
    const page = envelope.get('page');
    if (!more) envelope.drop('next');
    else if (typeof page === 'number') envelope.set('next', page + 1);
  },
};
