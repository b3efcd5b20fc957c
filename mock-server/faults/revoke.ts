/** A credential is good for nothing any more. */
import type { Holder } from '../Credentials.js';
import type { Behaviour } from './Behaviour.js';
import type { Encounter } from './Encounter.js';

export const revoke: Behaviour<string | undefined> = {
  fits: (encounter, name) => holdersOf(encounter, name).length > 0,
  happen: (encounter, name) => encounter.part.credentials.end(holdersOf(encounter, name)),
};

/** The named ones, or who asks. */
export function holdersOf({ part, holder }: Encounter, name: string | undefined): Holder[] {
  if (name !== undefined) return part.credentials.named(name);
  return holder ? [holder] : [];
}
