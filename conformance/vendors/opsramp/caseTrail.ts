/** How trails for normalizers of OpsRamp's records are written. */
import type { EventLoss, ExpectedEvent } from '../../../specs/conformance/types.js';
import type { CaseTrail } from '../../cases/CaseTrail.js';
import type { Draw } from '../../cases/Draw.js';

interface Person {
  createdBy: object;
  id: string | null;
  name: string | null;
  /** What the sentence may call them, so that it does not contradict. */
  called: readonly string[];
}

const PEOPLE: readonly Person[] = [
  {
    createdBy: { firstName: 'Ada', lastName: 'Osei', loginName: 'ada.osei' },
    ...{ id: 'ada.osei', name: 'Ada Osei', called: ['Ada', 'Ada Osei', 'ada.osei'] },
  },
  {
    createdBy: { firstName: '\u00a0Bruno\u0085', lastName: ' ', loginName: ' Bruno_L' },
    ...{ id: 'Bruno_L', name: 'Bruno', called: ['Bruno', 'Bruno_L'] },
  },
  {
    createdBy: { firstName: 7, lastName: 'Novak', loginName: 'cnovak', phoneNumber: '1' },
    ...{ id: 'cnovak', name: 'Novak', called: ['cnovak'] },
  },
  {
    createdBy: { firstName: 'API User', lastName: '\u200bOne', loginName: '' },
    ...{ id: null, name: 'API User \u200bOne', called: ['API User', 'API User \u200bOne'] },
  },
  { createdBy: { loginName: 'dora' }, id: 'dora', name: null, called: ['dora'] },
];
const TAILS = [
  '',
  ' for Incident "#INC1 Disk"',
  ' from Test integration',
  " from <b class='x'>T</b>",
];
const ATTRIBUTES = ['Subject', 'Priority', 'Assignee Group', 'rootCause', 'Größe', 'R&D (€)'];
const WORDS = [
  'Low',
  'High',
  '',
  'a to b',
  'Network & Storage',
  '<none>',
  ' two  blanks ',
  '1,5',
  '&amp;',
];
/** What looks like a number or a date. */
const STRINGLY = ['2018-10-31 00:00', '12', '-3.5', 'Fri, 30 Nov 2018, 07:15 AM UTC', '2018-10-31'];
/** Ways to write the sentence of a change, of which none changes what it says. */
const MARKUPS: readonly ((before: string, value: string) => string)[] = [
  (before, value) => `<p>${before} to <b>${value}</b></p>`,
  (before, value) => `<div title="a>b"></div>${before}&nbsp;to\n ${value}<br>`,
  (before, value) => `<P>${before} to ${value}<script>"<p>x</p>"</script><!-- y --></P>`,
  (before, value) => `${before} t<i>o</i> ${value}`,
];

export const caseTrail: CaseTrail = {
  context: { tenant: 'client_4', target_id: 'INC0000001798' },
  tenant: ({ tenant }) => tenant,
  plain: {
    activity: 'Incident Updated notification sent by Ada',
    createdTime: '2018-10-29T07:17:13+0000',
    logType: 'TICKET_NOTIFICATION',
    createdBy: {
      loginName: 'ada.osei',
      firstName: 'Ada',
      lastName: 'Osei',
      email: 'ada@example.com',
    },
    toList: 'ops@example.com',
  },
  body: (records, { page, pages, total }) => ({
    ...{ results: records, totalResults: total, pageSize: records.length, nextPage: page < pages },
    ...{ startDate: '2018-10-24T05:26:27+0000', endDate: '2030-10-30T05:26:27+0000' },
    descendingOrder: true,
  }),
  construct(draw) {
    // Some are identical.
    if (draw.once(50)) return { record: {}, event: NOTHING };
    const { createdTime, time, loss: ofTime } = timeBy(draw);
    const { createdBy, actor, names, loss: ofActor } = actorBy(draw);
    const { record, says, loss, ...expected } = draw.pick([ticket, response, notice, other])(draw);
    const { told, isTold } = namesIn(draw, names);
    const activity = `${says}${told}`;
    return {
      record: {
        createdTime,
        ...(createdBy === undefined ? {} : { createdBy }),
        activity,
        ...record,
      },
      event: {
        ...{ ...SOURCE, time, actor, recipients: null, ...expected },
        message: /<[A-Za-z]/.test(activity) ? null : activity,
        loss: [
          ...[...ofTime, ...ofActor, ...loss],
          ...(names && !isTold ? (['actor.text_conflict'] as const) : []),
        ],
      },
    };
  },
};

const nobody = { type: 'unknown', id: null, name: null, email: null, basis: 'absent' } as const;
const never = { instant: null, precision: null, zone_basis: 'unknown', zone: null } as const;
const SOURCE = {
  source: { product: 'OpsRamp', record_type: 'incident_activity' },
  target: { type: 'ticket', subtype: 'incident', name: null },
} as const;
const NOTHING: ExpectedEvent = {
  ...SOURCE,
  time: { ...never, original: null },
  ...{ actor: nobody, changes: [], recipients: null, message: null },
  action: { verb: 'other', name: null, original: null, basis: 'structured' },
  loss: ['time.unreadable', 'actor.absent', 'action.unrecognized'],
};

function timeBy(draw: Draw): Pick<ExpectedEvent, 'time' | 'loss'> & { createdTime: unknown } {
  const second = Date.UTC(1960, 0, 1) + draw.below(2 ** 31) * 1000;
  const instant = `${new Date(second).toISOString().slice(0, 19)}Z`;
  const explicit = { precision: 'second', zone_basis: 'explicit', zone: '+00:00' } as const;
  const kind = draw.below(12);
  if (kind === 0) {
    const original = draw.pick(['2018-10-29 07:17:13+0000', '2018-02-30T07:17:13Z', '']);
    return { createdTime: original, time: { ...never, original }, loss: ['time.unreadable'] };
  }
  if (kind === 1) {
    const original = instant.slice(0, -1);
    const time = { ...never, precision: 'second', original } as const;
    return { createdTime: original, time, loss: ['time.zone_unknown'] };
  }
  if (kind === 2) {
    const [digits, whole] = draw.pick([
      ['5', '500'],
      ['05', '050'],
      ['007', '007'],
    ] as const);
    const original = instant.replace('Z', `.${digits}+00:00`);
    const time = { ...explicit, precision: 'millisecond', original } as const;
    const fine = instant.replace('Z', `.${whole}Z`);
    return { createdTime: original, time: { ...time, instant: fine }, loss: [] };
  }
  const minutes = kind < 6 ? draw.below(27 * 4) * 15 - 12 * 60 : 0;
  const wall = new Date(second + minutes * 60_000).toISOString().slice(0, 19);
  const two = (number: number) => String(Math.floor(Math.abs(number))).padStart(2, '0');
  const sign = minutes < 0 ? '-' : '+';
  const zone = `${sign}${two(minutes / 60)}:${two(minutes % 60)}`;
  const original = `${wall}${draw.once(2) ? zone : zone.replace(':', '')}`;
  return { createdTime: original, time: { ...explicit, instant, zone, original }, loss: [] };
}

function actorBy(draw: Draw): Pick<ExpectedEvent, 'actor' | 'loss'> & {
  createdBy?: unknown;
  /** What the sentence may call the actor; undefined where there is none. */
  names?: readonly string[];
} {
  if (draw.once(12)) {
    const createdBy = draw.pick([undefined, null, {}, 'Ada', { loginName: ' ', phoneNumber: '1' }]);
    return { createdBy, actor: nobody, loss: ['actor.absent'] };
  }
  const { createdBy, called, id, name } = draw.pick(PEOPLE);
  const email = draw.once(5) ? null : `p${draw.below(1e6)}@Example.com`;
  return {
    createdBy: { ...createdBy, ...(email && { email: ` ${email}` }) },
    actor: { type: 'user', id, name, email, roles: null, basis: 'structured' },
    names: called,
    loss: name === null || email === null ? ['actor.partial'] : [],
  };
}

/** How a sentence ends, and whether the name in it, if any, is one of these. */
function namesIn(draw: Draw, names: readonly string[] = []) {
  if (names.length === 0 || draw.once(3)) return { told: '', isTold: true };
  const isTold = !draw.once(3);
  const name = isTold ? draw.pick(names) : draw.pick(['Annie', 'ada', 'Osei']);
  return { told: ` by ${name}${draw.pick(TAILS)}`, isTold };
}

interface Deed extends Omit<ExpectedEvent, 'loss'> {
  record: object;
  /** The sentence, up to the name in it. */
  says: string;
  loss: EventLoss[];
}

function ticket(draw: Draw): Deed {
  const isNew = draw.once(4);
  const says = `${isNew ? 'New Incident' : 'Incident'} "#INC1 Disk" stood by, updated`;
  const htmlLog: unknown[] = [];
  const loss = new Set<EventLoss>();
  const changes = draw.shuffled(ATTRIBUTES).slice(0, draw.below(4));
  const changeLog = changes.map((attribute) => {
    const isStringly = draw.once(4);
    const [oldValue, newValue] = [draw.pick(WORDS), draw.pick(isStringly ? STRINGLY : WORDS)];
    if (isStringly) loss.add('change.stringly_typed');
    if (draw.once(2)) {
      const isRight = !draw.once(3);
      if (!isRight) loss.add('change.html_conflict');
      const before = escaped(`${attribute} changed from ${oldValue}`);
      htmlLog.push(draw.pick(MARKUPS)(before, escaped(isRight ? newValue : 'Urgent')));
    }
    return { attribute, oldValue, newValue };
  });
  if (draw.once(3)) htmlLog.push(draw.pick(['<p>INC1\n Disk</p>', '', 7, '<title>x</title>']));
  if (draw.once(3)) {
    htmlLog.push(
      draw.pick(['<td>Reply "a &amp; b" added.<br></td>', '<p>Disk</p><p>Priority</p>']),
    );
    loss.add('change.html_only');
  }
  const isIdle = draw.once(8) ? [{ attribute: ' ', newValue: '1' }, null] : [];
  return {
    record: { logType: 'TICKET', changeLog: [...changeLog, ...isIdle], htmlLog },
    says,
    action: { ...actionOf('TICKET', isNew ? 'create' : 'update'), basis: 'parsed' },
    changes: changeLog.map(({ attribute, oldValue, newValue }) => ({
      ...{ field: attribute, op: 'set', from: oldValue, to: newValue, basis: 'structured' },
    })),
    loss: [...loss],
  };
}

function response(draw: Draw): Deed {
  const text = draw.pick(['restart it', 'a & b', 'see <b>', '1 < 2', 'long '.repeat(400)]);
  const logType = 'TICKET_INTERNAL_RESPONSE';
  return {
    record: { logType, htmlLog: [`<div class="PostReply"><span></span>${escaped(text)}</div>`] },
    says: `Internal Response "${text}" added`,
    ...{ action: actionOf(logType, 'comment'), changes: [], loss: [] },
  };
}

function notice(draw: Draw): Deed {
  const to = [`to${draw.below(99)}@example.com`, 'ops@example.com'];
  const cc = draw.once(2) ? ['lead@example.com'] : [];
  const logType = 'TICKET_NOTIFICATION';
  return {
    record: { logType, toList: to.join(draw.pick([',', ', ', ',,'])), ccList: `,${cc.join()}` },
    says: 'Incident Updated notification sent',
    action: actionOf(logType, 'notify'),
    recipients: [
      ...to.map((address) => ({ kind: 'to', address }) as const),
      ...cc.map((address) => ({ kind: 'cc', address }) as const),
    ],
    ...{ changes: [], loss: [] },
  };
}

function other(draw: Draw): Deed {
  const logType = draw.pick(['TICKET_VIEW', 'Ticket  view!', 'ticket_VIEW']);
  return {
    record: { logType, seen: draw.below(1e6) },
    says: 'New Incident viewed',
    action: { ...actionOf(logType, 'other'), name: 'ticket_view' },
    ...{ changes: [], loss: ['action.unrecognized'] },
  };
}

function actionOf(original: string, verb: 'create' | 'update' | 'comment' | 'notify' | 'other') {
  return { verb, name: original.toLowerCase(), original, basis: 'structured' } as const;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
