// A mock of OpsRamp's incident activity log, GET /api/v2/tenants/<tenantId>/incidents/<incidentId>/activitylog, written from the vendor's page alone.
import express from 'express';
import { listenLocally } from './listenLocally.mjs';

export const account = {
  credential: { token: 'opsramp-mock-token' },
  ticket: { tenant_id: 'client_4', incident_id: 'INC0000001798' },
};

const person = (number, more) => ({
  loginName: `Agent.${number}`,
  lastName: `${number}`,
  firstName: 'Agent',
  email: `agent.${number}@example.com`,
  ...more,
});
const agent1 = person(1, { phoneNumber: '800 555-0101' });
const agent2 = person(2, { phoneNumber: '800 555-0102' });
const agent3 = person(3);
const api = {
  loginName: 'mock_api_user',
  lastName: ' ',
  firstName: 'Mock API User',
  email: 'api@example.com',
};

const title = `"#${account.ticket.incident_id} Sample Incident Network Storage"`;
const name = (by) => `${by.firstName} ${by.lastName}`.trim();
const bothLists = 'network.admin@example.com,support@example.com';

const created = (by) => ({
  activity: `New Incident ${title} created by ${name(by)}`,
  logType: 'TICKET',
  createdBy: by,
});
const updated = (by, ...changes) => ({
  activity: `Incident ${title} updated by ${name(by)}`,
  htmlLog: changes.map(
    ([attribute, before, after]) =>
      `<p class="AttributeName">${attribute} changed from ${before} to ${after}</p>`,
  ),
  logType: 'TICKET',
  createdBy: by,
  changeLog: changes.map(([attribute, oldValue, newValue]) => ({ attribute, oldValue, newValue })),
});
const notified = (by, event, ccList = 'support@example.com') => ({
  activity: `Incident ${event} notification sent by ${name(by)}`,
  logType: 'TICKET_NOTIFICATION',
  createdBy: by,
  toList: 'requester.1@example.com',
  ccList,
});
const reply = (kind, logType) => (by, text) => ({
  activity: `${kind} "${text}" added by ${name(by)} for Incident ${title}`,
  htmlLog: [`<div class="PostReply"><span class="icon-comment"></span>${text}</div>`],
  logType,
  createdBy: by,
});
const responded = reply('Response', 'TICKET_RESPONSE');
const noted = reply('Internal Response', 'TICKET_INTERNAL_RESPONSE');

// Oldest first, in UTC; the first record is the creation of the incident.
const log = [
  ['2025-03-10T06:26:27', created(api)],
  ['2025-03-10T06:26:29', notified(api, 'Created or Updated', bothLists)],
  ['2025-03-10T06:26:29', updated(api, ['Priority', 'Low', 'Normal'])],
  ['2025-03-10T07:02:11', updated(agent1, ['Assignee', '', 'Agent 1'], ['Status', 'New', 'Open'])],
  ['2025-03-10T07:02:12', notified(agent1, 'Updated')],
  ['2025-03-10T07:30:00', noted(agent1, 'Checking the storage controller.')],
  ['2025-03-10T09:14:45', responded(agent1, 'We are looking into it.')],
  ['2025-03-10T09:14:45', notified(agent1, 'Updated', bothLists)],
  [
    '2025-03-11T05:39:51',
    updated(agent1, ['Subject', 'Network Storage', 'Sample Incident Network Storage']),
  ],
  ['2025-03-11T05:39:52', notified(agent1, 'Updated')],
  ['2025-03-11T08:00:00', updated(agent2, ['Priority', 'Normal', 'High'])],
  ['2025-03-11T08:00:00', updated(agent2, ['Urgency', 'Normal', 'High'])],
  ['2025-03-11T08:00:00', notified(agent2, 'Updated', bothLists)],
  ['2025-03-11T10:21:33', noted(agent2, 'The tape backup system is down.')],
  [
    '2025-03-11T15:47:08',
    updated(agent2, ['Identified On', '2025-03-12 00:00', '2025-03-11 18:30:00']),
  ],
  ['2025-03-11T15:47:09', notified(agent2, 'Updated')],
  ['2025-03-12T04:10:00', updated(agent3, ['Assignee', 'Agent 1', 'Agent 3'])],
  ['2025-03-12T04:10:01', notified(agent3, 'Updated')],
  ['2025-03-12T06:55:20', responded(agent3, 'A replacement part is ordered.')],
  ['2025-03-12T06:55:20', updated(agent3, ['Status', 'Open', 'On Hold'])],
  ['2025-03-12T06:55:21', notified(agent3, 'Updated', bothLists)],
  ['2025-03-13T07:11:34', updated(agent3, ['Status', 'On Hold', 'Open'])],
  ['2025-03-13T12:13:18', noted(agent3, 'Part replaced, array is rebuilding.')],
  [
    '2025-03-13T16:13:21',
    updated(agent1, ['Priority', 'High', 'Normal'], ['Urgency', 'High', 'Normal']),
  ],
  ['2025-03-13T16:13:21', notified(agent1, 'Updated')],
  ['2025-03-14T07:17:11', responded(agent3, 'The storage is available again.')],
  ['2025-03-14T07:17:12', updated(agent3, ['Status', 'Open', 'Resolved'])],
  ['2025-03-14T07:17:13', notified(agent3, 'Updated', bothLists)],
  ['2025-03-17T07:17:13', updated(api, ['Status', 'Resolved', 'Closed'])],
].map(([time, { activity, htmlLog, ...rest }]) => ({
  activity,
  htmlLog,
  createdTime: `${time}+0000`,
  ...rest,
}));

const formatTime = (millis) => `${new Date(millis).toISOString().slice(0, 19)}+0000`;

// Reads "2025-03-10T06:26:27+0000"; a "+" left bare in a URL arrives as a space, as in the page's own samples.
function parseTime(text) {
  const [, time, sign, hours, minutes] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)([ +-])(\d\d)(\d\d)$/.exec(text) ?? [];
  return time ? Date.parse(`${time}${sign === '-' ? '-' : '+'}${hours}:${minutes}`) : NaN;
}

const fail = (res, status, code, message) => res.status(status).json({ code, message });

function authenticate(req, res, next) {
  const [scheme, token] = (req.get('authorization') ?? '').split(' ');
  if (scheme.toLowerCase() === 'bearer' && token === account.credential.token) return next();
  res.set('WWW-Authenticate', 'Bearer');
  fail(res, 401, 'UNAUTHORIZED', 'Invalid or missing access token');
}

function listActivities(req, res) {
  const { tenant_id, incident_id } = account.ticket;
  const { tenantId, incidentId } = req.params;
  if (tenantId !== tenant_id || incidentId !== incident_id)
    return fail(res, 404, 'NOT_FOUND', 'Incident not found');

  const {
    startTs = log[0].createdTime,
    endTs = formatTime(Date.now()),
    isDescendingOrder = 'true',
  } = req.query;
  const [start, end] = [startTs, endTs].map(parseTime);
  if ([start, end].some(Number.isNaN))
    return fail(res, 400, 'BAD_REQUEST', 'Invalid startTs or endTs');
  if (!['true', 'false'].includes(isDescendingOrder))
    return fail(res, 400, 'BAD_REQUEST', 'Invalid isDescendingOrder');

  const descendingOrder = isDescendingOrder === 'true';
  const found = log.filter(
    ({ createdTime }) => parseTime(createdTime) >= start && parseTime(createdTime) <= end,
  );
  const results = descendingOrder ? found.reverse() : found;
  res.json({
    results,
    totalResults: results.length,
    pageSize: results.length,
    nextPage: false,
    startDate: formatTime(start),
    endDate: formatTime(end),
    descendingOrder,
  });
}

export function start() {
  const app = express();
  app.get(
    '/api/v2/tenants/:tenantId/incidents/:incidentId/activitylog',
    authenticate,
    listActivities,
  );
  app.use((_req, res) => fail(res, 404, 'NOT_FOUND', 'Resource not found'));
  return listenLocally(app);
}
