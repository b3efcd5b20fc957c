/** Normalizers of Helpshift's records that tell other changes. */

import type { EventChange } from '../../../../specs/audit-event/types.js';
import { changesAs } from '../../../mutants/changesAs.js';
import type { NormalizerMutant } from '../../../mutants/NormalizerMutant.js';
import { isObject } from '../../../reference/isObject.js';

export const changeNormalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'compares-texts',
    mistake: 'compares values as they are written, whose keys may stand in another order',
    ...{ case: 'changes/same-values', reason: 'wrong-changes' },
    vendor: changesAs((made, { from_data: from, to_data: to }) =>
      made.length === 0 && JSON.stringify(from) !== JSON.stringify(to) ? [wholeOf(from, to)] : made,
    ),
  },
  {
    name: 'equal-enough',
    mistake: 'compares values with == of JavaScript',
    ...{ case: 'changes/different-values', reason: 'wrong-changes' },
    // biome-ignore lint/suspicious/noDoubleEquals: the mistake
    vendor: changesAs((made) => made.filter(({ from, to }) => from === to || from != to)),
  },
  {
    name: 'null-for-missing',
    mistake: 'gives null for a value that is not there',
    ...{ case: 'changes/fields', reason: 'wrong-changes' },
    vendor: changesAs((made) => made.map((one) => ({ from: null, to: null, ...one }))),
  },
  {
    name: 'missing-for-null',
    mistake: 'leaves out a value that is null',
    ...{ case: 'changes/null-or-missing', reason: 'wrong-changes' },
    vendor: changesAs((made) =>
      made.map(({ from, ...one }) => (from === null ? one : { from, ...one })),
    ),
  },
  {
    name: 'as-code-points',
    mistake: 'sorts fields by their code points',
    ...{ case: 'changes/order', reason: 'wrong-changes' },
    vendor: changesAs((made) =>
      [...made].sort((a, b) =>
        Buffer.compare(Buffer.from(a.field ?? ''), Buffer.from(b.field ?? '')),
      ),
    ),
  },
  {
    name: 'goes-deeper',
    mistake: 'makes a change of each key within a field',
    ...{ case: 'changes/whole-values', reason: 'wrong-changes' },
    vendor: changesAs((made) =>
      made.flatMap((one) =>
        isObject(one.from)
          ? Object.keys(one.from).map((key) => ({ ...one, field: `${one.field}.${key}` }))
          : one,
      ),
    ),
  },
  {
    name: 'tidy-fields',
    mistake: 'drops blanks around a field',
    ...{ case: 'changes/fields-as-written', reason: 'wrong-changes' },
    vendor: changesAs((made) => made.map((one) => ({ ...one, field: one.field?.trim() ?? null }))),
  },
  {
    name: 'creation-by-fields',
    mistake: 'makes a change of each field where there was no state before',
    ...{ case: 'changes/whole-state', reason: 'wrong-changes' },
    vendor: changesAs((made, { from_data, to_data }) =>
      !from_data && isObject(to_data)
        ? Object.keys(to_data).map((field) => ({
            ...BY_FIELD,
            field,
            to: to_data[field] as string,
          }))
        : made,
    ),
  },
  {
    name: 'false-is-nothing',
    mistake: 'takes states such as 0 and false for none',
    ...{ case: 'changes/whole-state-odd', reason: 'wrong-changes' },
    vendor: changesAs((made, { from_data, to_data }) => (from_data || to_data ? made : [])),
  },
  {
    name: 'states-are-a-change',
    mistake: 'makes a change wherever there is a state, even of the same',
    ...{ case: 'changes/whole-state-none', reason: 'wrong-changes' },
    also: ['changes/none'],
    vendor: changesAs((made, { from_data, to_data }) =>
      made.length === 0 ? [wholeOf(from_data, to_data)] : made,
    ),
  },
];

const BY_FIELD = { op: 'set', basis: 'structured' } as const;

function wholeOf(from: unknown, to: unknown): EventChange {
  return { ...BY_FIELD, field: null, from: (from ?? null) as string, to: (to ?? null) as string };
}
