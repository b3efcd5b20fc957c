/** How trails for normalizers of Motadata's records are written. */
import type { EventLoss, ExpectedEvent } from '../../../specs/conformance/types.js';
import type { CaseTrail } from '../../cases/CaseTrail.js';
import type { Draw } from '../../cases/Draw.js';
import { actorBy, NAMES, NOBODY } from './trail/actorBy.js';
import { timeBy } from './trail/timeBy.js';

const MARKUP = '<b onclick="x()">now</b>';
const LONG = 'Long note. '.repeat(500);
const FIELDS = ['Status', 'Sub-Category', 'Größe (cm)', 'Due By', 'Access to Door', ' Note'];
/** A word that is one of those between the parts can be no other part where it has no blank of its own. */
const VALUES = [
  'Open',
  'In Progress',
  '',
  'a, b',
  '"quoted"',
  'v1.2.',
  '12',
  ' low ',
  'to',
  MARKUP,
];
const LAST_VALUES = [...VALUES, 'Closed from inside', 'x has changed', LONG];
const ADDED = ['Note', 'Email Content', 'a Reply', 'reply', 'Replica', 'File "a.txt"', '.', MARKUP];
const REPLIES = ['Reply To Technician', 'Reply', 'Replying', `Reply: ${LONG}`];
/** What one cannot know where it ends. */
const SPLITS = ['Open to all', 'a to b to c', 'x from y to z', `a${' to a'.repeat(1000)}`];
const NONE = [
  ...['Jerry likes it.', 'Jerry has added a Note', 'Closed.', 'has changed.', '', '\uFEFF.'],
  ...[' has added Note.', 'Jerry has added .', 'Jerry has changed Status from to Open.'],
  ...[`${MARKUP}.`, 'request with ID as 5.', null, 5, ['Jerry has added Note.'], undefined],
];

export const caseTrail: CaseTrail = {
  context: { tenant: 'Desk.Example.com', target_id: '1', time_zone: 'Asia/Kolkata' },
  tenant: ({ tenant }) => tenant.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  plain: {
    auditString: 'Jerry has added Reply To Technician.',
    auditDate: 'Wed, Oct 08, 2025 01:07 pm',
  },
  body: (records) => records,
  construct(draw) {
    const { auditString, loss, ...told } = draw.pick(SENTENCES)(draw);
    const { auditDate, time, losses } = timeBy(draw);
    const isShown = typeof auditString === 'string' && !auditString.includes(MARKUP);
    return {
      record: {
        ...(auditString !== undefined && { auditString }),
        ...(auditDate !== undefined && { auditDate }),
        ...(draw.once(8) && { id: draw.below(3), actor: { name: 'Eve', loss: [] } }),
      },
      event: {
        source: { product: 'ServiceOps', record_type: 'request_audit' },
        ...{ time, recipients: null, message: isShown ? auditString : null, ...told },
        loss: [...losses, ...loss, 'visibility.requester_scoped'],
      },
    };
  },
};

type Sentence = Pick<ExpectedEvent, 'actor' | 'action' | 'target' | 'changes' | 'loss'> & {
  auditString: unknown;
};

const SENTENCES = [creationBy, additionBy, changeBy, changeBy, splitBy, quarrelBy, otherBy];

const target = { type: 'ticket', subtype: 'request', name: null } as const;
const absent = { ...NOBODY, basis: 'absent' } as const;

function actionOf(verb: 'comment' | 'update' | 'other', original: 'added' | 'changed' | null) {
  return { verb, name: original, original, basis: 'parsed' } as const;
}

function additionBy(draw: Draw): Sentence {
  const { who, actor, loss } = actorBy(draw);
  const isReply = draw.once(2);
  const auditString = `${who} has added ${draw.pick(isReply ? REPLIES : ADDED)}.`;
  const action = actionOf(isReply ? 'comment' : 'update', 'added');
  return { ...{ auditString, target, actor, action, changes: [] }, loss: [...loss] };
}

function changeBy(draw: Draw): Sentence {
  const { who, actor, loss } = actorBy(draw);
  const [field, from, to] = [draw.pick(FIELDS), draw.pick(VALUES), draw.pick(LAST_VALUES)];
  return {
    auditString: `${who} has changed ${field} from ${from} to ${to}.`,
    ...{ target, actor, action: actionOf('update', 'changed') },
    changes: [{ field, op: 'set', from, to, basis: 'parsed' }],
    loss: [...loss, 'change.parsed'],
  };
}

/** A change of which one knows who made it, and not what it is. */
function splitBy(draw: Draw): Sentence {
  const { who, actor, loss } = actorBy(draw);
  const field = draw.pick(FIELDS);
  const change = draw.once(2)
    ? `${field} from ${draw.pick(VALUES)} to ${draw.pick(SPLITS)}`
    : `${field} from start from ${draw.pick(VALUES)} to ${draw.pick(LAST_VALUES)}`;
  return {
    auditString: `${who} has changed ${change}.`,
    ...{ target, actor, action: actionOf('update', 'changed'), changes: [] },
    loss: [...loss, 'change.ambiguous_split'],
  };
}

/** A sentence whose readings name two actors. */
function quarrelBy(draw: Draw): Sentence {
  const [first, second] = [draw.pick(NAMES), draw.pick(NAMES)];
  const isReply = draw.once(2);
  const isChange = draw.once(2);
  const other: EventLoss[] = isReply ? ['action.unrecognized'] : [];
  const what = draw.pick(isReply ? ['Reply', 'Replying'] : ['Note', 'a Reply']);
  return {
    auditString: isChange
      ? `${first} has added ${what} has changed Status from Open to Closed.`
      : `${first} has added ${second} has added ${what}.`,
    ...{ target, actor: absent, changes: [] },
    action: actionOf(isReply ? 'other' : 'update', isChange ? null : 'added'),
    loss: ['actor.absent', ...other, ...(isChange ? (['change.ambiguous_split'] as const) : [])],
  };
}

function otherBy(draw: Draw): Sentence {
  const [auditString, action] = [draw.pick<unknown>(NONE), actionOf('other', null)];
  const loss: EventLoss[] = ['actor.absent', 'action.unrecognized'];
  return { ...{ auditString, target, actor: absent, action, changes: [] }, loss };
}

function creationBy(draw: Draw): Sentence {
  const subject = draw.pick(['Test TICKET', 'a, b as c', ' ', ' VPN ', `${'x'.repeat(5000)}`]);
  const isClear = !draw.once(3);
  const quoted = isClear ? `"${subject}"` : draw.pick(['"No "VPN""', 'a, b', 'same as x', '"VPN']);
  const fields = FIELDS.map((field) => ({ field, value: draw.pick(['Open', 'Low', 'v1.2.']) }));
  const attributes = fields.map(({ field, value }) => `, ${field} as ${value}`).join('');
  const end = draw.pick(['', ', for Requester "Jerry, System"', ', for Requester Ada']);
  const set = ({ field, value }: { field: string; value: string }) =>
    ({ field, op: 'set', to: value, basis: 'parsed' }) as const;
  return {
    auditString: `Request with ID as INC-${draw.below(1000)}, Subject as ${quoted}${attributes}${end}.`,
    target: { ...target, name: isClear ? subject.trim() || null : null },
    actor: absent,
    action: { verb: 'create', name: null, original: null, basis: 'parsed' },
    changes: isClear ? [{ field: 'Subject', value: subject }, ...fields].map(set) : [],
    loss: ['actor.absent', isClear ? 'change.parsed' : 'change.ambiguous_split'],
  };
}
