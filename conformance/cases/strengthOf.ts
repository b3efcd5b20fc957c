/** Whether a case must hold yet. */
import type { Case } from './Case.js';
import { suiteVersion } from './suiteVersion.js';

/** The version that all begins with: of its cases none is new. */
const FIRST = '1.0';

export interface Strength {
  strength: Case['strength'];
  /** Of one that is new: the version of the suite from which on it must hold. */
  mustFrom?: string;
}

/**
 * A case that must hold only should in the version with which it came, so that nobody's build
 * breaks by an update.
 * @param strict whether what should hold must
 */
export function strengthOf(
  { strength, since = FIRST }: Pick<Case, 'strength' | 'since'>,
  strict: boolean,
  version = suiteVersion(),
): Strength {
  if (strict) return { strength: 'must' };
  const isNew = strength === 'must' && since === version && since !== FIRST;
  return isNew ? { strength: 'should', mustFrom: nextMinor(version) } : { strength };
}

function nextMinor(version: string): string {
  const [major, minor] = version.split('.');
  return `${major}.${Number(minor) + 1}`;
}
