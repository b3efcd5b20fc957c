/** Normalizers of OpsRamp's records that tell another sentence. */

import type { NormalizerMutant } from '../../../mutants/NormalizerMutant.js';
import { takesFor } from '../../../mutants/takesFor.js';
import { tells } from '../../../mutants/tells.js';
import { textOf } from '../../../mutants/textOf.js';
import type { Reading } from '../../../reference/VendorNormalizer.js';

const recipientsAs = (change: (all: NonNullable<Reading['recipients']>) => typeof all) =>
  tells(({ recipients }) => (recipients ? { recipients: change(recipients) } : {}));

export const textNormalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'empty-recipients',
    mistake: 'has a list of recipients where there are none',
    ...{ case: 'recipients/none', reason: 'wrong-recipients' },
    vendor: tells(({ recipients = [] }) => ({ recipients })),
  },
  {
    name: 'no-copies',
    mistake: 'tells only those who are in toList',
    ...{ case: 'recipients/one-list', reason: 'wrong-recipients' },
    vendor: recipientsAs((all) => all.filter(({ kind }) => kind === 'to')),
  },
  {
    name: 'each-address-once',
    mistake: 'tells an address that is there twice once',
    ...{ case: 'recipients/lists', reason: 'wrong-recipients' },
    vendor: recipientsAs((all) =>
      all.filter(({ address }, at) => all.findIndex((one) => one.address === address) === at),
    ),
  },
  {
    name: 'recipients-of-notifications',
    mistake: 'tells recipients of notifications only',
    ...{ case: 'recipients/any-type', reason: 'wrong-recipients' },
    vendor: takesFor(
      ({ logType }) => (logType === 'TICKET_NOTIFICATION' ? {} : { toList: '', ccList: '' }),
      'recipients',
    ),
  },
  {
    name: 'semicolons-too',
    mistake: 'splits recipients at semicolons, too',
    ...{ case: 'recipients/commas-only', reason: 'wrong-recipients' },
    vendor: takesFor(({ toList }) => ({ toList: textOf(toList).replaceAll(';', ',') })),
  },
  {
    name: 'tidies-the-sentence',
    mistake: 'drops the blanks around the sentence, and composes its letters',
    ...{ case: 'text/as-written', reason: 'wrong-message' },
    vendor: tells(({ message }) => ({ message: message?.trim().normalize() })),
  },
  {
    name: 'sentence-cleaned',
    mistake: 'tells a sentence with tags without them',
    ...{ case: 'text/tags', reason: 'wrong-message' },
    vendor: tells(({ message }) => ({ message: message?.replace(/<[^>]*>/g, '') })),
  },
  {
    name: 'every-angle-a-tag',
    mistake: 'tells no sentence with a <',
    ...{ case: 'text/no-tags', reason: 'wrong-message' },
    vendor: tells(({ message }) => ({ message: message?.includes('<') ? undefined : message })),
  },
];
