/** How trails for normalizers of Helpshift's records are written. */
import type { EventChange, EventLoss, ExpectedEvent } from '../../../specs/conformance/types.js';
import type { CaseTrail } from '../../cases/CaseTrail.js';
import type { Draw } from '../../cases/Draw.js';

const VERBS = { 'create-issue': 'create', 'add-tags': 'update', resolve: 'update' } as const;
const UNKNOWN = ['assign-issue', 'Reopen Issue', 'set-custom-fields'];
const AGENTS = ['Ada Osei', 'Bruno Lindt', 'Chiara Novak', '李 雷'];
const ROLES = ['Agent', 'Supervisor', 'Admin'];
/** In the order of their keys. */
const FIELDS = ['assignee', 'custom_fields', 'language', 'status', 'tags', 'title'];
const VALUES = [
  'new',
  'in-progress',
  '',
  null,
  0,
  12.5,
  true,
  ['login', 'android'],
  { a: [1, {}] },
];

export const caseTrail: CaseTrail = {
  context: { tenant: 'acme', target_id: '3423' },
  tenant: ({ tenant }) => tenant,
  body: (records, { page, pages, total }) => ({
    ...{ page, 'page-size': 500, audit_logs: records },
    ...{ 'total-hits': total, 'total-pages': pages },
  }),
  construct(draw) {
    const time = Date.UTC(2020, 0, 1) + draw.below(2 ** 31) * 100 + draw.below(100);
    const instant = new Date(time).toISOString();
    const { action, verb, ...ofAction } = construction(draw);
    const { actor, expected, ...ofActor } = actorBy(draw);
    const { states, changes } = statesBy(draw);
    return {
      record: { action_taken_at: time, action, actor, ...states },
      event: {
        ...{ source: SOURCE, target: { type: 'ticket', subtype: 'issue', name: null } },
        time: {
          ...{ instant, precision: 'millisecond', zone_basis: 'epoch', zone: '+00:00' },
          original: String(time),
        },
        actor: expected,
        action: { verb, name: nameOf(action), original: action, basis: 'structured' },
        ...{ changes, recipients: null, message: null },
        loss: [...ofActor.loss, ...ofAction.loss],
      },
    };
  },
};

const SOURCE = { product: 'Helpshift', record_type: 'issue_audit_log' };

type Loss = EventLoss[];

function construction(draw: Draw) {
  if (draw.once(5))
    return {
      action: draw.pick(UNKNOWN),
      verb: 'other' as const,
      loss: ['action.unrecognized'] as Loss,
    };
  const action = draw.pick(Object.keys(VERBS) as (keyof typeof VERBS)[]);
  return { action, verb: VERBS[action], loss: [] as Loss };
}

const nameOf = (action: string) => action.toLowerCase().replaceAll(/[- ]/g, '_');

function actorBy(draw: Draw): { actor: unknown; expected: ExpectedEvent['actor']; loss: Loss } {
  const name = draw.pick(AGENTS);
  const nobody = { id: null, name: null, email: null, roles: null };
  if (draw.once(6)) {
    const expected = { ...nobody, type: 'unknown', basis: 'absent' } as const;
    return { actor: draw.once(2) ? null : {}, expected, loss: ['actor.absent'] };
  }
  if (draw.once(3)) {
    const uid = `eu-${draw.below(1e6)}`;
    const email = draw.once(2) ? `eu${draw.below(1e6)}@example.com` : undefined;
    const expected = { type: 'end_user', id: uid, name, email: email ?? null } as const;
    return {
      actor: { name, uid, ...(email && { email }) },
      expected: { ...expected, roles: null, basis: 'structured' },
      loss: email ? [] : ['actor.partial'],
    };
  }
  const email = `agent${draw.below(1e6)}@example.com`;
  const roles = ROLES.filter(() => draw.once(2));
  return {
    actor: { name: ` ${name} `, email, roles },
    expected: {
      ...{ type: roles.length > 0 ? 'user' : 'unknown', id: null, name, email, roles },
      basis: 'structured',
    },
    loss: [],
  };
}

/** Two states, and how they differ. */
function statesBy(draw: Draw): { states: object; changes: EventChange[] } {
  if (draw.once(6)) {
    const to = draw.pick(VALUES.slice(4));
    const change = { field: null, op: 'set', from: null, to, basis: 'structured' } as const;
    return { states: { from_data: null, to_data: to }, changes: [change] };
  }
  const [before, after]: Record<string, unknown>[] = [{}, {}];
  const changes: EventChange[] = [];
  for (const field of FIELDS) {
    const [from, to] = draw.shuffled(VALUES.map((value) => ({ value })));
    const kind = draw.below(5);
    const change: EventChange = { field, op: 'set', basis: 'structured' };
    if (kind === 0) continue;
    if (kind !== 1) {
      (before as object as Record<string, unknown>)[field] = from?.value;
      change.from = from?.value as EventChange['from'];
    }
    if (kind === 2) (after as Record<string, unknown>)[field] = from?.value;
    else if (kind !== 3) {
      (after as Record<string, unknown>)[field] = to?.value;
      change.to = to?.value as EventChange['to'];
    }
    if (kind !== 2) changes.push(change);
  }
  return { states: { from_data: before, to_data: after }, changes };
}
