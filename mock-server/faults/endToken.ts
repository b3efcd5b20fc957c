/** A token is dead before its time. */
import type { Behaviour } from './Behaviour.js';
import type { Encounter } from './Encounter.js';
import { holdersOf } from './revoke.js';

export const endToken: Behaviour<string | undefined> = {
  fits: (encounter, name) => mortal(encounter, name).length > 0,
  happen(encounter, name) {
    for (const holder of mortal(encounter, name)) encounter.part.credentials.endTokenOf(holder);
  },
};

function mortal(encounter: Encounter, name: string | undefined) {
  const { credentials } = encounter.part;
  return holdersOf(encounter, name).filter((one) => credentials.hasToken(one, encounter.time));
}
