/** How trails for normalizers of Helpshift's records are written. */
import type { EventChange, EventLoss, ExpectedEvent } from '../../../specs/conformance/types.js';
import type { CaseTrail } from '../../cases/CaseTrail.js';
import type { Draw } from '../../cases/Draw.js';

/** Part of a record, with what comes of it. */
interface Part<Name extends 'time' | 'actor' | 'action' | 'changes'> {
  part: object;
  expected: NonNullable<ExpectedEvent[Name]>;
  loss: EventLoss[];
}

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
const UNREADABLE = { instant: null, precision: null, zone_basis: 'unknown', zone: null } as const;
const NOBODY: Part<'actor'>['expected'] = {
  ...{ type: 'unknown', id: null, name: null, email: null, roles: null, basis: 'absent' },
};

const RESOLVED: ExpectedEvent = {
  ...{ source: SOURCE, target: { type: 'ticket', subtype: 'issue', name: null } },
  time: { ...UNREADABLE, original: null },
  actor: NOBODY,
  action: { verb: 'update', name: 'resolve', original: 'resolve', basis: 'structured' },
  ...{ changes: [], recipients: null, message: null },
  loss: ['time.unreadable', 'actor.absent'],
};

const OFFSETS = [0, 330, 345, -210, -720, 840, 1, -1];
const NO_TIMES = ['2025-08-09', '1754768308863', '2025-02-29T00:00:00Z', 1754768308863.5, 1e21];

function timeBy(draw: Draw): Part<'time'> {
  if (draw.once(12)) {
    const value = draw.pick(NO_TIMES);
    const expected = { ...UNREADABLE, original: String(value) };
    return { part: { action_taken_at: value }, expected, loss: ['time.unreadable'] };
  }
  const seconds = draw.below(2 ** 32) - 2 ** 31;
  if (draw.once(4)) return timeTextBy(draw, seconds);
  const time = seconds * 1000 + draw.below(1000);
  const expected: Part<'time'>['expected'] = {
    ...{ instant: new Date(time).toISOString(), precision: 'millisecond' },
    ...{ zone_basis: 'epoch', zone: '+00:00', original: String(time) },
  };
  return { part: { action_taken_at: time }, expected, loss: [] };
}

function timeTextBy(draw: Draw, seconds: number): Part<'time'> {
  const minutes = draw.pick(OFFSETS);
  const digits = draw.below(4);
  const fraction = digits === 0 ? '' : String(draw.below(10 ** digits)).padStart(digits, '0');
  const upToSeconds = (at: number) => new Date(at * 1000).toISOString().slice(0, 19);
  const two = (number: number) => String(number).padStart(2, '0');
  const away = Math.abs(minutes);
  const [hours, rest] = [two(Math.floor(away / 60)), two(away % 60)];
  const sign = minutes < 0 ? '-' : '+';
  const written = minutes === 0 ? 'Z' : `${sign}${hours}${draw.pick([':', ''])}${rest}`;
  const text = `${upToSeconds(seconds + minutes * 60)}${fraction && `.${fraction}`}${written}`;
  const expected: Part<'time'>['expected'] = {
    instant: `${upToSeconds(seconds)}${fraction && `.${fraction.padEnd(3, '0')}`}Z`,
    precision: fraction ? 'millisecond' : 'second',
    ...{ zone_basis: 'explicit', zone: `${sign}${hours}:${rest}`, original: text },
  };
  return { part: { action_taken_at: text }, expected, loss: [] };
}

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

const NAMES = ['Ada Osei', 'Bruno Lindt', '李 雷', 'Jose\u0301 N.', '\uFEFF<b>A</b>'];
const NO_ACTORS = [null, {}, [], 'Ada Osei', 7, { roles: ['Agent'] }, { name: '\u0085', uid: '' }];
const NO_NAMES = [undefined, null, '', ' \u3000', 7, ['Ada'], { name: 'Ada' }];
const BLANKS = ['', ' ', '\t', '\u00A0', '\u2028\n', '\u0085'];

function actorBy(draw: Draw): Part<'actor'> {
  if (draw.once(6))
    return { part: { actor: draw.pick(NO_ACTORS) }, expected: NOBODY, loss: ['actor.absent'] };
  const texts = {
    uid: draw.once(3) ? `eu-${draw.below(1e6)}` : null,
    name: draw.once(6) ? null : draw.pick(NAMES),
    // So that there is one of the three.
    email: draw.once(6) ? `a${draw.below(1e6)}@example.com` : 'ada@example.com',
  };
  const { uid: id, name } = texts;
  const email = (id ?? name) && draw.once(3) ? null : texts.email;
  const written = Object.entries({ ...texts, email }).map(([key, text]) => {
    const around = () => draw.pick(BLANKS);
    return [key, text === null ? draw.pick(NO_NAMES) : `${around()}${text}${around()}`];
  });
  const { roles, given } = rolesBy(draw);
  const isUser = (roles?.length ?? 0) > 0;
  const type = id !== null ? 'end_user' : isUser ? 'user' : 'unknown';
  return {
    part: { actor: { ...Object.fromEntries(written), ...given } },
    expected: { type, id, name, email, roles, basis: 'structured' },
    loss: name === null || email === null ? ['actor.partial'] : [],
  };
}

function rolesBy(draw: Draw): { roles: string[] | null; given: object } {
  if (draw.once(6)) return { roles: null, given: draw.pick([{}, { roles: 7 }, { roles: ' ' }]) };
  if (draw.once(6)) return { roles: ['Agent,Admin'], given: { roles: 'Agent,Admin' } };
  const roles = draw.shuffled(['Agent', 'Supervisor', 'Admin']).slice(draw.below(4));
  return { roles, given: { roles: draw.once(6) ? [null, ...roles, 7] : roles } };
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
