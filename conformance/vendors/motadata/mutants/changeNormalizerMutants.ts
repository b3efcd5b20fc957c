/** Normalizers of Motadata's records that tell other changes. */

import type { EventChange } from '../../../../specs/audit-event/types.js';
import type { NormalizerMutant } from '../../../mutants/NormalizerMutant.js';
import { tells, type VendorChange } from '../../../mutants/tells.js';

export const changeNormalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'believes-the-first-reading',
    mistake: 'takes the first of several readings for the only one',
    ...{ case: 'changes/several-readings', reason: 'wrong-changes' },
    vendor: tells((told, { auditString }) => {
      const [, field = '', from = '', to = ''] = FIRST.exec(String(auditString)) ?? [];
      return told.losses.includes('change.ambiguous_split') && field
        ? { ...told, changes: [{ field, op: 'set', from, to, basis: 'parsed' }] }
        : told;
    }),
  },
  {
    name: 'counts-the-words',
    mistake: 'takes every sentence for ambiguous in which from or to stands twice',
    ...{ case: 'changes/one-reading', reason: 'wrong-changes' },
    vendor: tells((told, { auditString }) =>
      / from .* from | to .* to /s.test(String(auditString)) ? { ...told, changes: [] } : told,
    ),
  },
  {
    name: 'trims-values',
    mistake: 'drops blanks around fields and values',
    ...{ case: 'changes/blanks', reason: 'wrong-changes' },
    vendor: changing((text) => text.trim()),
  },
  {
    name: 'takes-digits-for-numbers',
    mistake: 'makes numbers of values that look like them',
    ...{ case: 'changes/as-written', reason: 'wrong-changes' },
    vendor: changing((text) => (/^[\d.]+$/.test(text) ? Number(text) : text)),
  },
  {
    name: 'empty-is-null',
    mistake: 'takes an empty value for none',
    ...{ case: 'changes/empty-values', reason: 'wrong-changes' },
    vendor: changing((text) => (text === '' ? null : text)),
  },
  {
    name: 'drops-full-stops',
    mistake: 'drops every full stop at the end',
    ...{ case: 'changes/full-stops', reason: 'wrong-changes' },
    vendor: changing((text) => text.replace(/\.+$/, '')),
  },
  {
    name: 'splits-at-commas',
    mistake: 'splits the sentence of a creation at its commas, those in quotation marks too',
    ...{ case: 'creation/quoted-words', reason: 'wrong-changes' },
    vendor: tells((told, { auditString }) =>
      told.action.verb === 'create' ? { ...told, changes: atAnyComma(String(auditString)) } : told,
    ),
  },
  {
    name: 'reads-what-it-can',
    mistake: 'tells what it can make of a creation whose sentence cannot be read',
    ...{ case: 'creation/unread', reason: 'wrong-changes' },
    vendor: tells((told, { auditString }) =>
      told.action.verb === 'create' && told.losses.includes('change.ambiguous_split')
        ? { ...told, changes: atAnyComma(String(auditString)) }
        : told,
    ),
  },
];

const FIRST = / has changed (.*?) from (.*?) to (.*)\.$/s;

/** Tells other texts in changes. */
function changing(make: (text: string) => string | number | null): VendorChange {
  return tells(({ changes, ...told }) => ({
    ...told,
    changes: changes.map(({ field, from, to, ...change }) => ({
      ...change,
      field: field === null ? null : String(make(field)),
      ...(from !== undefined && { from: make(String(from)) }),
      ...(to !== undefined && { to: make(String(to)) }),
    })),
  }));
}

function atAnyComma(sentence: string): EventChange[] {
  return sentence
    .split(', ')
    .slice(1)
    .map((part) => part.split(' as '))
    .filter(({ length }) => length > 1)
    .map(([field = '', to = '']) => {
      return { field, op: 'set', to: to.replace(/^"|"?\.?$/g, ''), basis: 'parsed' };
    });
}
