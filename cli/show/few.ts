/** Names of a fixture in an error message. */
import { visible } from '../../fixtures/language/visible.js';

const FEW = 20;

/** Parted by commas; of many, the first. */
export function few(names: readonly string[]): string {
  const shown = names.slice(0, FEW).map(visible).join(', ');
  return names.length > FEW ? `${shown} and ${names.length - FEW} more` : shown || 'none';
}
