/** How trails for normalizers of Motadata's records are written. */
import type { EventLoss, ExpectedEvent } from '../../../specs/conformance/types.js';
import type { CaseTrail } from '../../cases/CaseTrail.js';
import type { Draw } from '../../cases/Draw.js';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** Kolkata's, since 1945. */
const OFFSET = 5.5 * 60 * 60 * 1000;
/** None of them holds the words between the parts of a sentence. */
const NAMES = ['Jerry', 'Ada Osei', 'System', "Bruno d'Este", '李 雷', 'An. Other'];
const FIELDS = ['Status', 'Urgency', 'Sub-Category', 'Größe (cm)', 'Due By'];
const VALUES = ['Open', 'In Progress', '', 'a, b', '"quoted"', 'v1.2.', '12', 'Zürich', 'low'];
const ADDED = ['Reply To Technician', 'Reply', 'Note', 'Email Content', 'a reply', 'File "a.txt"'];
const NONE = ['Jerry likes it.', 'Jerry has added a Note', 'Closed.', 'has changed.', ''];
/** What one cannot know where it ends. */
const SPLITS = ['Open to all', 'a to b to c', 'x from y to z'];

export const caseTrail: CaseTrail = {
  context: { tenant: 'Desk.Example.com', target_id: '1', time_zone: 'Asia/Kolkata' },
  tenant: ({ tenant }) => tenant.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  body: (records) => records,
  construct(draw) {
    const minute = Math.floor(Date.UTC(2020, 0, 1) / 60_000) + draw.below(10 * 365 * 24 * 60);
    const auditDate = written(minute * 60_000 + OFFSET);
    const { auditString, loss, ...expected } = sentenceBy(draw);
    return {
      record: { auditString, auditDate },
      event: {
        source: { product: 'ServiceOps', record_type: 'request_audit' },
        time: {
          instant: new Date(minute * 60_000).toISOString().replace('.000', ''),
          ...{ precision: 'minute', zone_basis: 'configured', zone: 'Asia/Kolkata' },
          original: auditDate,
        },
        ...{ recipients: null, message: auditString, ...expected },
        loss: [
          ...['time.minute_precision', 'time.zone_configured', 'visibility.requester_scoped'],
          ...loss,
        ] as EventLoss[],
      },
    };
  },
};

/** @param wall milliseconds, as if it were UTC */
function written(wall: number): string {
  const at = new Date(wall);
  const two = (number: number) => String(number).padStart(2, '0');
  const hour = at.getUTCHours();
  const date = `${MONTHS[at.getUTCMonth()]} ${two(at.getUTCDate())}, ${at.getUTCFullYear()}`;
  const time = `${two(hour % 12 || 12)}:${two(at.getUTCMinutes())} ${hour < 12 ? 'am' : 'pm'}`;
  return `${DAYS[at.getUTCDay()]}, ${date} ${time}`;
}

type Sentence = Pick<ExpectedEvent, 'actor' | 'action' | 'target' | 'changes' | 'loss'> & {
  auditString: string;
};

const target = { type: 'ticket', subtype: 'request', name: null } as const;
const nobody = { type: 'unknown', id: null, name: null, email: null, roles: null } as const;

function sentenceBy(draw: Draw): Sentence {
  const kind = draw.below(10);
  if (kind === 0) return creationBy(draw);
  if (kind === 1) {
    const action = { verb: 'other', name: null, original: null, basis: 'parsed' } as const;
    return {
      ...{ auditString: draw.pick(NONE), target, action, changes: [] },
      actor: { ...nobody, basis: 'absent' },
      loss: ['actor.absent', 'action.unrecognized'],
    };
  }
  const name = draw.pick(NAMES);
  const type = name === 'System' ? 'system' : 'unknown';
  const actor = { ...nobody, name, type, basis: 'parsed' } as const;
  const loss: EventLoss[] = ['actor.partial', 'actor.parsed'];
  if (kind < 5) {
    const added = draw.pick(ADDED);
    const verb = added.startsWith('Reply') ? 'comment' : 'update';
    const action = { verb, name: 'added', original: 'added', basis: 'parsed' } as const;
    return { auditString: `${name} has added ${added}.`, target, actor, action, changes: [], loss };
  }
  const action = { verb: 'update', name: 'changed', original: 'changed', basis: 'parsed' } as const;
  const [field, from] = [draw.pick(FIELDS), draw.pick(VALUES)];
  const isClear = kind < 9;
  const to = draw.pick(isClear ? VALUES : SPLITS);
  const change = { field, op: 'set', from, to, basis: 'parsed' } as const;
  return {
    ...{
      auditString: `${name} has changed ${field} from ${from} to ${to}.`,
      target,
      actor,
      action,
    },
    changes: isClear ? [change] : [],
    loss: [...loss, isClear ? 'change.parsed' : 'change.ambiguous_split'],
  };
}

function creationBy(draw: Draw): Sentence {
  const subject = draw.pick(['Test TICKET', 'No "VPN"', 'a, b as c', ' ', 'Drucker']);
  const isClear = !subject.includes('"');
  const fields = FIELDS.map((field) => ({ field, value: draw.pick(['Open', 'Low', 'v1.2']) }));
  const attributes = fields.map(({ field, value }) => `, ${field} as ${value}`).join('');
  const set = ({ field, value }: { field: string; value: string }) =>
    ({ field, op: 'set', to: value, basis: 'parsed' }) as const;
  return {
    auditString: `Request with ID as INC-${draw.below(1000)}, Subject as "${subject}"${attributes}, for Requester "Jerry".`,
    target: { ...target, name: isClear ? subject.trim() || null : null },
    actor: { ...nobody, basis: 'absent' },
    action: { verb: 'create', name: null, original: null, basis: 'parsed' },
    changes: isClear ? [{ field: 'Subject', value: subject }, ...fields].map(set) : [],
    loss: ['actor.absent', isClear ? 'change.parsed' : 'change.ambiguous_split'],
  };
}
