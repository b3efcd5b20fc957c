/** Who did it in OpsRamp's records, and how sentences name them, with what is expected. */
import type { ExpectedEvent } from '../../../../specs/conformance/types.js';
import type { Draw } from '../../../cases/Draw.js';

interface Person {
  createdBy: object;
  id: string | null;
  name: string | null;
  /** What the sentence may call them, so that it does not contradict. */
  called: readonly string[];
}

const PEOPLE: readonly Person[] = [
  {
    createdBy: { firstName: 'Ada', lastName: 'Osei', loginName: 'ada.osei' },
    ...{ id: 'ada.osei', name: 'Ada Osei', called: ['Ada', 'Ada Osei', 'ada.osei'] },
  },
  {
    createdBy: { firstName: '\u00a0Bruno\u0085', lastName: ' ', loginName: ' Bruno_L' },
    ...{ id: 'Bruno_L', name: 'Bruno', called: ['Bruno', 'Bruno_L'] },
  },
  {
    createdBy: { firstName: 7, lastName: 'Novak', loginName: 'cnovak', phoneNumber: '1' },
    ...{ id: 'cnovak', name: 'Novak', called: ['cnovak'] },
  },
  {
    createdBy: { firstName: 'API User', lastName: '\u200bOne', loginName: '' },
    ...{ id: null, name: 'API User \u200bOne', called: ['API User', 'API User \u200bOne'] },
  },
  { createdBy: { loginName: 'dora' }, id: 'dora', name: null, called: ['dora'] },
];
const TAILS = [
  '',
  ' for Incident "#INC1 Disk"',
  ' from Test integration',
  " from <b class='x'>T</b>",
];

export const NOBODY = {
  type: 'unknown',
  id: null,
  name: null,
  email: null,
  roles: null,
  basis: 'absent',
} as const;

export function actorBy(draw: Draw): Pick<ExpectedEvent, 'actor' | 'loss'> & {
  createdBy?: unknown;
  /** What the sentence may call the actor; undefined where there is none. */
  names?: readonly string[];
} {
  if (draw.once(12)) {
    const createdBy = draw.pick([undefined, null, {}, 'Ada', { loginName: ' ', phoneNumber: '1' }]);
    return { createdBy, actor: NOBODY, loss: ['actor.absent'] };
  }
  const { createdBy, called, id, name } = draw.pick(PEOPLE);
  const email = draw.once(5) ? null : `p${draw.below(1e6)}@Example.com`;
  return {
    createdBy: { ...createdBy, ...(email && { email: ` ${email}` }) },
    actor: { type: 'user', id, name, email, roles: null, basis: 'structured' },
    names: called,
    loss: name === null || email === null ? ['actor.partial'] : [],
  };
}

/** How a sentence ends, and whether the name in it, if any, is one of these. */
export function namesIn(draw: Draw, names: readonly string[] = []) {
  if (names.length === 0 || draw.once(3)) return { told: '', isTold: true };
  const isTold = !draw.once(3);
  const name = isTold ? draw.pick(names) : draw.pick(['Annie', 'ada', 'Osei']);
  return { told: ` by ${name}${draw.pick(TAILS)}`, isTold };
}
