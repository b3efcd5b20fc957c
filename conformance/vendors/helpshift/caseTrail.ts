/** How trails for normalizers of Helpshift's records are written. */
import type { EventChange, ExpectedEvent } from '../../../specs/conformance/types.js';
import type { CaseTrail } from '../../cases/CaseTrail.js';
import type { Draw } from '../../cases/Draw.js';
import { actorBy, NOBODY } from './trail/actorBy.js';
import { type Part, timeBy, UNREADABLE } from './trail/timeBy.js';

export const caseTrail: CaseTrail = {
  context: { tenant: 'acme', target_id: '3423' },
  tenant: ({ tenant }) => tenant,
  plain: {
    ...{ action_taken_at: 1754768308863, action: 'resolve' },
    actor: { name: 'Ada Osei', email: 'ada.osei@example.com', roles: ['Agent'] },
    ...{ from_data: { status: 'new' }, to_data: { status: 'resolved' } },
  },
  body: (records, { page, pages, total }) => ({
    ...{ page, 'page-size': 500, audit_logs: records },
    ...{ 'total-hits': total, 'total-pages': pages },
  }),
  construct(draw) {
    // Some are identical.
    if (draw.once(30)) return { record: { action: 'resolve' }, event: RESOLVED };
    const time = timeBy(draw);
    const action = actionBy(draw);
    const actor = actorBy(draw);
    const states = statesBy(draw);
    return {
      record: {
        ...{ ...time.part, ...action.part, ...actor.part, ...states.part },
        ...(draw.once(10) && { id: String(draw.below(1e9)), message: 'no message' }),
      },
      event: {
        ...{ source: SOURCE, target: { type: 'ticket', subtype: 'issue', name: null } },
        ...{ time: time.expected, actor: actor.expected, action: action.expected },
        ...{ changes: states.expected, recipients: null, message: null },
        loss: [...time.loss, ...actor.loss, ...action.loss],
      },
    };
  },
};

const SOURCE = { product: 'Helpshift', record_type: 'issue_audit_log' };
const RESOLVED: ExpectedEvent = {
  ...{ source: SOURCE, target: { type: 'ticket', subtype: 'issue', name: null } },
  time: { ...UNREADABLE, original: null },
  actor: NOBODY,
  action: { verb: 'update', name: 'resolve', original: 'resolve', basis: 'structured' },
  ...{ changes: [], recipients: null, message: null },
  loss: ['time.unreadable', 'actor.absent'],
};

const VERBS = { 'create-issue': 'create', 'add-tags': 'update', resolve: 'update' } as const;
/** Others, with their names. */
const UNKNOWN = new Map([
  ['assign-issue', 'assign_issue'],
  ['Reopen Issue', 'reopen_issue'],
  ['Create-Issue', 'create_issue'],
  ['set.custom..fields!', 'set_custom_fields'],
  ['constructor', 'constructor'],
  ['Réouvrir', 'r_ouvrir'],
  ['解決', null],
]);

function actionBy(draw: Draw): Part<'action'> {
  if (draw.once(5)) {
    const [action, name] = draw.pick([...UNKNOWN]);
    const expected = { verb: 'other', name, original: action, basis: 'structured' } as const;
    return { part: { action }, expected, loss: ['action.unrecognized'] };
  }
  const action = draw.pick(Object.keys(VERBS) as (keyof typeof VERBS)[]);
  const name = action.replace('-', '_');
  const expected = { verb: VERBS[action], name, original: action, basis: 'structured' } as const;
  return { part: { action }, expected, loss: [] };
}

/** In the order of their keys. */
const FIELDS = ['', '10', '9', 'Status', 'assignee', 'constructor', 'tags', 'é', '😀', '\uFB33'];
type Value = NonNullable<EventChange['from']> | null;
const NO_OBJECTS: Value[] = [
  ...['new', 'New', '', ' ', '1', 'é', 'e\u0301', '<p>a</p>', '😀', 0, 1, 12.5, 1e21, true, false],
  ...[[], [null], ['login', 'android'], ['android', 'login'], [{ a: 1 }]],
];
const VALUES: Value[] = [...NO_OBJECTS, null, {}, { a: [1, {}] }, { a: [1, { b: null }] }];

/** Two states, and how they differ. */
function statesBy(draw: Draw): Part<'changes'> {
  if (!draw.once(4)) return fieldsBy(draw);
  const from = draw.pick([undefined, null, draw.pick(NO_OBJECTS)]);
  const to = draw.pick([undefined, null, from, draw.pick(VALUES)]);
  const part = {
    ...(from !== undefined && { from_data: from }),
    ...(to !== undefined && { to_data: to }),
  };
  // No two of the values are the same.
  const isSame = (from ?? null) === (to ?? null);
  return { part, expected: isSame ? [] : [changeOf(null, from, to)], loss: [] };
}

function fieldsBy(draw: Draw): Part<'changes'> {
  const expected: EventChange[] = [];
  const [before, after]: [string, Value][][] = [[], []];
  for (const field of FIELDS) {
    const at = draw.below(VALUES.length);
    const other = (at + 1 + draw.below(VALUES.length - 1)) % VALUES.length;
    const [a, b] = [VALUES[at] as Value, VALUES[other] as Value];
    // In neither, in one of them, or in both with the same value or another.
    const [from, to] = draw.pick([[], [a], [undefined, a], [a, a], [a, b]]);
    if (from !== undefined) before?.push([field, from]);
    if (to !== undefined) after?.push([field, to]);
    if (from !== to) expected.push(changeOf(field, from, to));
  }
  const state = (entries: [string, Value][] = []) => Object.fromEntries(draw.shuffled(entries));
  return { part: { from_data: state(before), to_data: state(after) }, expected, loss: [] };
}

function changeOf(field: string | null, from?: Value, to?: Value): EventChange {
  return {
    ...{ field, op: 'set' },
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    basis: 'structured',
  };
}
