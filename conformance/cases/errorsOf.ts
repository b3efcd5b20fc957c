/** The errors that are right for a case for normalizers; undefined where none is. */
import type { NormalizerCase } from './Case.js';

export function errorsOf({ gives }: NormalizerCase): readonly string[] | undefined {
  if (typeof gives !== 'object') return undefined;
  if ('error' in gives) return gives.error;
  return 'allOr' in gives ? gives.allOr : undefined;
}
