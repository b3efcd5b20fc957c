/** Who is named in Motadata's sentences, with what is expected of them. */
import type { ExpectedEvent } from '../../../../specs/conformance/types.js';
import type { Draw } from '../../../cases/Draw.js';

/** None of them holds the words between the parts of a sentence. */
export const NAMES = [
  'Jerry',
  'Ada Osei',
  "Bruno d'Este",
  '李 雷',
  'An. Other',
  'system',
  'Has has',
];
const BLANKS = ['', '', '', ' ', '\u00A0\t', '\u3000', '\u0085'];

export const NOBODY = { type: 'unknown', id: null, name: null, email: null, roles: null } as const;

export function actorBy(draw: Draw) {
  const isSystem = draw.once(5);
  const name = isSystem ? 'System' : draw.pick(NAMES);
  return {
    who: isSystem ? name : `${draw.pick(BLANKS)}${name}${draw.pick(BLANKS)}`,
    actor: { ...NOBODY, name, type: isSystem ? 'system' : 'unknown', basis: 'parsed' },
    loss: ['actor.partial', 'actor.parsed'],
  } satisfies Pick<ExpectedEvent, 'actor' | 'loss'> & { who: string };
}
