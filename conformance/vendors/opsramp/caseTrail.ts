/** How trails for normalizers of OpsRamp's records are written. */
import type { EventLoss, ExpectedEvent } from '../../../specs/conformance/types.js';
import type { CaseTrail } from '../../cases/CaseTrail.js';
import type { Draw } from '../../cases/Draw.js';
import { actorBy, NOBODY, namesIn } from './trail/actorBy.js';
import { NEVER, timeBy } from './trail/timeBy.js';

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

const SOURCE = {
  source: { product: 'OpsRamp', record_type: 'incident_activity' },
  target: { type: 'ticket', subtype: 'incident', name: null },
} as const;
const NOTHING: ExpectedEvent = {
  ...SOURCE,
  time: { ...NEVER, original: null },
  ...{ actor: NOBODY, changes: [], recipients: null, message: null },
  action: { verb: 'other', name: null, original: null, basis: 'structured' },
  loss: ['time.unreadable', 'actor.absent', 'action.unrecognized'],
};

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
