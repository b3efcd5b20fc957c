/** Normalizers of Motadata's records that name somebody else. */

import type { EventActor } from '../../../../specs/audit-event/types.js';
import { acts } from '../../../mutants/acts.js';
import type { NormalizerMutant } from '../../../mutants/NormalizerMutant.js';
import { tells } from '../../../mutants/tells.js';

export const actorNormalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'requester-did-it',
    mistake: 'takes the Requester for the one who made the request',
    ...{ case: 'documented/records', reason: 'wrong-actor' },
    vendor: tells((told, { auditString }) => {
      const [, name] = /, for Requester "?(.*?)"?\.$/.exec(String(auditString)) ?? [];
      return name === undefined ? told : { ...told, actor: named(name) };
    }),
  },
  {
    name: 'first-word-is-the-name',
    mistake: 'takes the first word for the name',
    ...{ case: 'actor/names', reason: 'wrong-actor' },
    vendor: acting((name) => ({ name: name.split(' ')[0] as string })),
  },
  {
    name: 'name-as-id',
    mistake: 'takes a name for an id, which two can share',
    ...{ case: 'actor/names', reason: 'wrong-actor' },
    vendor: acting((name) => ({ id: name })),
  },
  {
    name: 'systems-and-bots',
    mistake: 'takes everybody for the system whose name sounds like one',
    ...{ case: 'actor/system', reason: 'wrong-actor' },
    vendor: acting((name) => (/system|bot/i.test(name) ? { type: 'system' } : {})),
  },
  {
    name: 'trims-as-the-language-does',
    mistake: 'takes for blanks what its language takes for them',
    ...{ case: 'actor/no-blanks', reason: 'wrong-actor' },
    vendor: acting((name) => ({ name: name.trim() || name })),
  },
  {
    name: 'splits-at-the-words',
    mistake: 'splits at the words, and misses a place that shares a blank with the one before',
    ...{ case: 'action/words-that-share-a-blank', reason: 'wrong-actor' },
    vendor: tells((told, { auditString }) => {
      const [who = '', what, more] = String(auditString).split(' has added ');
      if (what === undefined || more !== undefined || told.actor) return told;
      return { ...told, actor: named(who), action: { ...told.action, verb: 'update' } };
    }),
  },
];

function named(name: string): EventActor {
  return { type: 'unknown', id: null, name, email: null, basis: 'parsed' };
}

/** Tells something else of whoever has a name. */
function acting(make: (name: string) => Partial<EventActor>) {
  return acts(({ name }) => (name === null ? {} : make(name)));
}
