/** A text in which each run of blanks is one, and those at its ends are none. */
import { withoutBlanks } from './withoutBlanks.js';

export function squeezed(text: string): string {
  return withoutBlanks(text.replace(/\p{White_Space}+/gu, ' '));
}
