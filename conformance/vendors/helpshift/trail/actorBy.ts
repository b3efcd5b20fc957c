/** Actors of Helpshift's records, with what is expected of them. */
import type { Draw } from '../../../cases/Draw.js';
import type { Part } from './timeBy.js';

export const NOBODY: Part<'actor'>['expected'] = {
  ...{ type: 'unknown', id: null, name: null, email: null, roles: null, basis: 'absent' },
};

const NAMES = ['Ada Osei', 'Bruno Lindt', '李 雷', 'Jose\u0301 N.', '\uFEFF<b>A</b>'];
const NO_ACTORS = [null, {}, [], 'Ada Osei', 7, { roles: ['Agent'] }, { name: '\u0085', uid: '' }];
const NO_NAMES = [undefined, null, '', ' \u3000', 7, ['Ada'], { name: 'Ada' }];
const BLANKS = ['', ' ', '\t', '\u00A0', '\u2028\n', '\u0085'];

export function actorBy(draw: Draw): Part<'actor'> {
  if (draw.once(6))
    return { part: { actor: draw.pick(NO_ACTORS) }, expected: NOBODY, loss: ['actor.absent'] };
  const texts = {
    uid: draw.once(3) ? `eu-${draw.below(1e6)}` : null,
    name: draw.once(6) ? null : draw.pick(NAMES),
    // So that there is one of the three.
    email: draw.once(6) ? `a${draw.below(1e6)}@example.com` : 'ada@example.com',
  };
  const { uid: id, name } = texts;
  const email = (id ?? name) && draw.once(3) ? null : texts.email;
  const written = Object.entries({ ...texts, email }).map(([key, text]) => {
    const around = () => draw.pick(BLANKS);
    return [key, text === null ? draw.pick(NO_NAMES) : `${around()}${text}${around()}`];
  });
  const { roles, given } = rolesBy(draw);
  const isUser = (roles?.length ?? 0) > 0;
  const type = id !== null ? 'end_user' : isUser ? 'user' : 'unknown';
  return {
    part: { actor: { ...Object.fromEntries(written), ...given } },
    expected: { type, id, name, email, roles, basis: 'structured' },
    loss: name === null || email === null ? ['actor.partial'] : [],
  };
}

function rolesBy(draw: Draw): { roles: string[] | null; given: object } {
  if (draw.once(6)) return { roles: null, given: draw.pick([{}, { roles: 7 }, { roles: ' ' }]) };
  if (draw.once(6)) return { roles: ['Agent,Admin'], given: { roles: 'Agent,Admin' } };
  const roles = draw.shuffled(['Agent', 'Supervisor', 'Admin']).slice(draw.below(4));
  return { roles, given: { roles: draw.once(6) ? [null, ...roles, 7] : roles } };
}
