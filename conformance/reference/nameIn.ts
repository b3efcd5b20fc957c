/** A name, an id or an address as events have it: audit-event/blank-names and wrong-types. */
import { withoutBlanks } from './withoutBlanks.js';

/** Null where it is no text, or nothing but blanks. */
export function nameIn(value: unknown): string | null {
  return typeof value === 'string' ? withoutBlanks(value) || null : null;
}
