/** How trails for normalizers of OpsRamp's records are written. */
import type { EventLoss, ExpectedEvent } from '../../../specs/conformance/types.js';
import type { CaseTrail } from '../../cases/CaseTrail.js';
import type { Draw } from '../../cases/Draw.js';

const PEOPLE = [
  { firstName: 'Ada', lastName: 'Osei', loginName: 'ada.osei', name: 'Ada Osei' },
  { firstName: 'Bruno', lastName: ' ', loginName: 'Bruno_L', name: 'Bruno' },
  { firstName: '', lastName: 'Novak', loginName: 'cnovak', name: 'Novak' },
  { firstName: 'API User', lastName: 'One', loginName: 'api', name: 'API User One' },
];
const ATTRIBUTES = ['Subject', 'Priority', 'Assignee Group', 'rootCause', 'Größe'];
const WORDS = ['Low', 'High', '', 'a to b', 'Network & Storage', '<none>'];
/** What looks like a number or a date. */
const STRINGLY = ['2018-10-31 00:00', '12', '-3.5', 'Fri, 30 Nov 2018, 07:15 AM UTC', '2018-10-31'];

export const caseTrail: CaseTrail = {
  context: { tenant: 'client_4', target_id: 'INC0000001798' },
  tenant: ({ tenant }) => tenant,
  body: (records, { page, pages, total }) => ({
    ...{ results: records, totalResults: total, pageSize: records.length, nextPage: page < pages },
    ...{ startDate: '2018-10-24T05:26:27+0000', endDate: '2030-10-30T05:26:27+0000' },
    descendingOrder: true,
  }),
  construct(draw) {
    const second = Date.UTC(2018, 0, 1) + draw.below(2 ** 28) * 1000;
    const createdTime = new Date(second).toISOString().replace('.000Z', '+0000');
    const { name, ...person } = draw.pick(PEOPLE);
    const email = draw.once(5) ? undefined : `p${draw.below(1e6)}@example.com`;
    const { record, loss, ...expected } = draw.pick([ticket, response, notification, other])(draw);
    return {
      record: { createdTime, createdBy: { ...person, ...(email && { email }) }, ...record },
      event: {
        source: { product: 'OpsRamp', record_type: 'incident_activity' },
        target: { type: 'ticket', subtype: 'incident', name: null },
        time: {
          instant: new Date(second).toISOString().replace('.000', ''),
          ...{ precision: 'second', zone_basis: 'explicit', zone: '+00:00' },
          original: createdTime,
        },
        actor: {
          ...{ type: 'user', id: person.loginName, name, email: email ?? null, roles: null },
          basis: 'structured',
        },
        ...{ recipients: null, ...expected },
        loss: [...(email ? [] : (['actor.partial'] as const)), ...loss],
      },
    };
  },
};

interface Deed extends Omit<ExpectedEvent, 'loss'> {
  record: object;
  loss: EventLoss[];
}

function ticket(draw: Draw): Deed {
  const isNew = draw.once(4);
  const activity = `${isNew ? 'New Incident' : 'Incident'} "#INC1 Disk" updated`;
  const html: string[] = [];
  const loss = new Set<EventLoss>();
  const changeLog = draw
    .shuffled(ATTRIBUTES)
    .slice(0, draw.below(4))
    .map((attribute) => {
      const isStringly = draw.once(4);
      const oldValue = draw.pick(WORDS);
      const newValue = draw.pick(isStringly ? STRINGLY : WORDS);
      if (isStringly) loss.add('change.stringly_typed');
      const right = draw.once(3) ? 'Urgent' : newValue;
      if (draw.once(2)) {
        html.push(
          `<p>${attribute} changed from ${escaped(oldValue)} to <b>${escaped(right)}</b></p>`,
        );
        if (right !== newValue) loss.add('change.html_conflict');
      }
      return { attribute, oldValue, newValue };
    });
  if (draw.once(3)) {
    html.push('<div class="a>b">New response "down &amp; out" added.<br></div>');
    loss.add('change.html_only');
  }
  const htmlLog = html.length > 0 ? { htmlLog: html } : {};
  return {
    record: { activity, logType: 'TICKET', changeLog, ...htmlLog },
    action: { ...actionOf('TICKET', isNew ? 'create' : 'update'), basis: 'parsed' },
    message: activity,
    changes: changeLog.map(({ attribute, oldValue, newValue }) => ({
      ...{ field: attribute, op: 'set', from: oldValue, to: newValue, basis: 'structured' },
    })),
    loss: [...loss],
  };
}

function response(draw: Draw): Deed {
  const text = draw.pick(['restart it', 'a & b', 'see <b>']);
  const activity = `Internal Response "${text}" added`;
  const logType = 'TICKET_INTERNAL_RESPONSE';
  return {
    record: { activity, logType, htmlLog: [`<div class="PostReply">${escaped(text)}</div>`] },
    action: actionOf(logType, 'comment'),
    ...{ changes: [], message: text.includes('<') ? null : activity, loss: [] },
  };
}

function notification(draw: Draw): Deed {
  const to = [`to${draw.below(99)}@example.com`, 'ops@example.com'];
  const cc = draw.once(2) ? ['lead@example.com'] : [];
  const activity = 'Incident Updated notification sent';
  const logType = 'TICKET_NOTIFICATION';
  return {
    record: { activity, logType, toList: to.join(', '), ...(cc[0] && { ccList: `${cc[0]},` }) },
    action: actionOf(logType, 'notify'),
    recipients: [
      ...to.map((address) => ({ kind: 'to', address }) as const),
      ...cc.map((address) => ({ kind: 'cc', address }) as const),
    ],
    ...{ changes: [], message: activity, loss: [] },
  };
}

function other(): Deed {
  return {
    record: { activity: 'Incident viewed', logType: 'TICKET_VIEW' },
    action: actionOf('TICKET_VIEW', 'other'),
    ...{ changes: [], message: 'Incident viewed', loss: ['action.unrecognized'] },
  };
}

function actionOf(original: string, verb: 'create' | 'update' | 'comment' | 'notify' | 'other') {
  return { verb, name: original.toLowerCase(), original, basis: 'structured' } as const;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
