/** The answer says that there are more than there are, or fewer. */
import type { Behaviour } from './Behaviour.js';

export const total: Behaviour<number> = {
  tell(envelope, more) {
    const said = envelope.get('total');
    if (typeof said !== 'number') return;
    const lie = Math.max(0, said + more);
    envelope.set('total', lie);
    const [pages, size] = [envelope.get('pages'), envelope.get('size')];
    if (typeof pages === 'number' && typeof size === 'number')
      envelope.set('pages', Math.max(Math.ceil(lie / size), Math.min(pages, 1)));
  },
};
