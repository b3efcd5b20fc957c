/** Normalizers of Helpshift's records that name somebody else. */

import type { EventActor } from '../../../../specs/audit-event/types.js';
import { acts } from '../../../mutants/acts.js';
import type { NormalizerMutant } from '../../../mutants/NormalizerMutant.js';
import { tells } from '../../../mutants/tells.js';
import { isObject } from '../../../reference/isObject.js';
import type { Raw } from '../../../reference/VendorNormalizer.js';

export const actorNormalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'anything-is-an-actor',
    mistake: 'takes an actor that is a text for a name',
    ...{ case: 'actor/wrong-types', reason: 'wrong-actor' },
    vendor: tells(({ actor }, { actor: given }) => ({
      actor: typeof given === 'string' ? { ...NAMELESS, name: given } : actor,
    })),
  },
  {
    name: 'empty-actor',
    mistake: 'takes an actor without anything for somebody of whom nothing is known',
    ...{ case: 'actor/absent', reason: 'wrong-actor' },
    vendor: tells(({ actor = NAMELESS }) => ({ actor })),
  },
  {
    name: 'roles-are-somebody',
    mistake: 'takes who has roles for somebody',
    ...{ case: 'actor/roles-alone', reason: 'wrong-actor' },
    vendor: tells(({ actor }, { actor: given }) => ({
      actor: actor ?? (isObject(given) && given.roles ? { ...NAMELESS, type: 'user' } : undefined),
    })),
  },
  {
    name: 'agents-first',
    mistake: 'takes everybody with a role for a user, even with a uid',
    ...{ case: 'actor/types', reason: 'wrong-actor' },
    vendor: actsAs(({ roles, type }) => ({ type: roles?.length ? 'user' : type })),
  },
  {
    name: 'knows-the-system',
    mistake: 'takes somebody who is called so for the system',
    ...{ case: 'actor/no-system', reason: 'wrong-actor' },
    vendor: actsAs(({ name, type }) => ({
      type: /^System$|Bot/.test(name ?? '') ? 'system' : type,
    })),
  },
  {
    name: 'email-for-a-name',
    mistake: 'gives the email where there is no name',
    ...{ case: 'actor/partial', reason: 'wrong-actor' },
    also: ['actor/blank-names'],
    vendor: actsAs(({ name, email }) => ({ name: name ?? email })),
  },
  {
    name: 'sorts-roles',
    mistake: 'gives each role once, in their order by name',
    ...{ case: 'actor/agent', reason: 'wrong-actor' },
    vendor: actsAs(({ roles }) => (roles ? { roles: [...new Set(roles)].sort() } : {})),
  },
  {
    name: 'splits-roles',
    mistake: 'cuts a text of roles at its commas',
    ...{ case: 'actor/roles-as-text', reason: 'wrong-actor' },
    vendor: actsAs((_, { roles }) =>
      typeof roles === 'string' ? { roles: roles.split(',') } : {},
    ),
  },
  {
    name: 'makes-roles',
    mistake: 'makes texts of roles that are none',
    ...{ case: 'actor/roles-odd', reason: 'wrong-actor' },
    vendor: actsAs((_, { roles }) => (Array.isArray(roles) ? { roles: roles.map(String) } : {})),
  },
  {
    name: 'every-text-is-a-role',
    mistake: 'takes blank texts for roles, too',
    ...{ case: 'actor/roles-as-written', reason: 'wrong-actor' },
    vendor: actsAs((_, { roles }) =>
      Array.isArray(roles) ? { roles: roles.filter((role) => typeof role === 'string') } : {},
    ),
  },
  {
    name: 'keeps-blanks',
    mistake: 'gives the name as it is written, blanks included',
    ...{ case: 'actor/blanks', reason: 'wrong-actor' },
    vendor: actsAs(({ name }, given) => ({ name: name && (given.name as string) })),
  },
  {
    name: 'trims-as-javascript',
    mistake: 'drops what trim of JavaScript drops',
    ...{ case: 'actor/unicode-blanks', reason: 'wrong-actor' },
    also: ['actor/no-blanks'],
    vendor: actsAs(({ name }, given) => ({
      name: name && ((given.name as string).trim() || null),
    })),
  },
  {
    name: 'copies-by-assignment',
    mistake: 'copies records key by key, which makes a prototype of __proto__',
    ...{ case: 'actor/inherited', reason: 'wrong-actor' },
    also: ['changes/fields-of-the-language'],
    vendor: ({ reader }) => ({
      reader: (context) => {
        const read = reader(context);
        return (record) => read(assigned(record) as Raw);
      },
    }),
  },
];

const NAMELESS: EventActor = {
  ...{ type: 'unknown', id: null, name: null, email: null, basis: 'structured' },
};

/** @param change of whoever is named, given what the record has of them */
function actsAs(change: (actor: EventActor, given: Raw) => Partial<EventActor>) {
  return acts((actor, record) => change(actor, record.actor as Raw));
}

function assigned(value: unknown): unknown {
  if (!isObject(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) copy[key] = assigned(inner);
  return copy;
}
