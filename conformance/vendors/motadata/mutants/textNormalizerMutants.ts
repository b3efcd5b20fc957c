/** Normalizers of Motadata's records that tell another sentence. */
import type { NormalizerMutant } from '../../../mutants/NormalizerMutant.js';
import { tells } from '../../../mutants/tells.js';

export const textNormalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'decodes-entities',
    mistake: 'takes the sentence for HTML, and decodes it',
    ...{ case: 'text/as-written', reason: 'wrong-message' },
    vendor: tells(({ message, ...told }) => ({
      ...told,
      message: message?.replaceAll('&lt;', '<').replaceAll('&amp;', '&'),
    })),
  },
  {
    name: 'strips-tags',
    mistake: 'tells a sentence without its tags',
    ...{ case: 'text/tags', reason: 'wrong-message' },
    vendor: tells(({ message, ...told }) => ({
      ...told,
      message: message?.replace(/<[^>]*>?/g, ''),
    })),
  },
];
