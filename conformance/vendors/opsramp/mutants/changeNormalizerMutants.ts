/** Normalizers of OpsRamp's records that tell other changes. */

import { changesAs } from '../../../mutants/changesAs.js';
import type { NormalizerMutant } from '../../../mutants/NormalizerMutant.js';
import { takesFor } from '../../../mutants/takesFor.js';
import { isObject } from '../../../reference/isObject.js';

export const changeNormalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'changes-only',
    mistake: 'leaves out a change whose values are the same',
    ...{ case: 'changes/as-written', reason: 'wrong-changes' },
    vendor: changesAs((changes) => changes.filter(({ from, to }) => from !== to)),
  },
  {
    name: 'empty-is-absent',
    mistake: 'leaves out a value that is an empty text',
    ...{ case: 'changes/as-written', reason: 'wrong-changes' },
    vendor: changesAs((changes) =>
      changes.map(
        (one) =>
          Object.fromEntries(Object.entries(one).filter(([, value]) => value !== '')) as typeof one,
      ),
    ),
  },
  {
    name: 'typed-values',
    mistake: 'tells values as the JSON that they could be',
    ...{ case: 'changes/as-written', reason: 'wrong-changes' },
    vendor: changesAs((changes) =>
      changes.map((one) =>
        /^(true|false|null|\[.*\])$/.test(`${one.to}`)
          ? { ...one, to: JSON.parse(`${one.to}`) }
          : one,
      ),
    ),
  },
  {
    name: 'nulls-for-nothing',
    mistake: 'tells a value that is missing as null',
    ...{ case: 'changes/missing-values', reason: 'wrong-changes' },
    vendor: changesAs((changes) => changes.map((one) => ({ from: null, to: null, ...one }))),
  },
  {
    name: 'changes-of-tickets-only',
    mistake: 'looks for changes in entries of the type TICKET only',
    ...{ case: 'changes/any-type', reason: 'wrong-changes' },
    vendor: changesAs((changes, { logType }) => (logType === 'TICKET' ? changes : [])),
  },
  {
    name: 'nameless-changes',
    mistake: 'tells a change that has no attribute',
    ...{ case: 'changes/no-attribute', reason: 'wrong-changes' },
    vendor: changesAs((changes, { changeLog }) => [
      ...changes,
      ...(changeLog as unknown[])
        .filter((one) => isObject(one) && !one.attribute)
        .map(() => ({ field: null, op: 'set', basis: 'structured' }) as const),
    ]),
  },
  {
    name: 'one-change-is-a-list',
    mistake: 'takes a changeLog that is a change for a list of it',
    ...{ case: 'changes/no-list', reason: 'wrong-changes' },
    vendor: takesFor(({ changeLog }) => (isObject(changeLog) ? { changeLog: [changeLog] } : {})),
  },
  {
    name: 'moves-times',
    mistake: 'reads times within values, and writes them in UTC',
    ...{ case: 'changes/times-as-written', reason: 'wrong-changes' },
    vendor: changesAs((changes) =>
      changes.map((one) =>
        Date.parse(`${one.to}`) ? { ...one, to: new Date(`${one.to}`).toISOString() } : one,
      ),
    ),
  },
  {
    name: 'changes-from-html',
    mistake: 'makes a change of a sentence in htmlLog',
    ...{ case: 'html/no-changelog', reason: 'wrong-changes' },
    vendor: changesAs((changes, { htmlLog }) => {
      const [, field, from, to] = /<p>(\w+) changed from (\w+) to (\w+)/.exec(`${htmlLog}`) ?? [];
      return changes.length > 0 || !field
        ? changes
        : [{ field, op: 'set', from, to, basis: 'parsed' }];
    }),
  },
];
