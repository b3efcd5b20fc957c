/** Normalizers of Helpshift's records that tell another sentence. */

import { acts } from '../../../mutants/acts.js';
import type { NormalizerMutant } from '../../../mutants/NormalizerMutant.js';
import { tells } from '../../../mutants/tells.js';

export const textNormalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'composes',
    mistake: 'brings names to the composed form of Unicode',
    ...{ case: 'text/unicode', reason: 'wrong-actor' },
    vendor: acts(({ name }) => ({ name: name?.normalize('NFC') ?? null })),
  },
  {
    name: 'escapes-markup',
    mistake: 'escapes names for a page, which is for whoever shows them',
    ...{ case: 'text/html', reason: 'wrong-actor' },
    vendor: acts(({ name }) => ({ name: name?.replaceAll('<', '&lt;') ?? null })),
  },
  {
    name: 'column-of-255',
    mistake: 'cuts names that are longer than 255 characters',
    ...{ case: 'text/long', reason: 'wrong-actor' },
    vendor: acts(({ name }) => ({ name: name?.slice(0, 255) ?? null })),
  },
  {
    name: 'finds-a-message',
    mistake: 'takes a key that the page does not know for the message',
    ...{ case: 'identity/unknown-keys', reason: 'wrong-message' },
    vendor: tells((_, { message }) => ({ message: message as string })),
  },
];
