// A mock of Motadata ServiceOps's request audit, POST /api/v1/request/<id>/audit/search/byqual, written from the vendor's page alone.
import express from 'express';
import { listenLocally } from './listenLocally.mjs';

export const account = {
  credential: { api_key: 'MockKey%2F7hQ2%40s9Lw%3D%3D' },
  ticket: { request_id: '1' },
};

// Oldest first, in the server's own clock, as the page shows no time zone.
const events = [
  [
    '2025-10-06T09:01',
    'Request with ID as INC-1, Subject as "Printer offline", Source as Email, Status as Open, Urgency as Low, Priority as Low, Impact as Low, for Requester "Requester 1".',
  ],
  ['2025-10-06T09:01', 'System has added Email Content.'],
  ['2025-10-06T09:01', 'System has changed Category from None to Hardware.'],
  ['2025-10-06T09:02', 'System has changed Technician Group from None to Service Desk.'],
  ['2025-10-06T09:15', 'Agent 1 has changed Assignee from Unassigned to Agent 1.'],
  ['2025-10-06T09:15', 'Agent 1 has changed Status from Open to In Progress.'],
  ['2025-10-06T09:18', 'Agent 1 has added Reply To Requester.'],
  ['2025-10-06T11:40', 'Requester 1 has added Reply To Technician.'],
  ['2025-10-06T11:41', 'Requester 1 has added Attachment "printer-log.txt".'],
  ['2025-10-06T12:00', 'Agent 1 has changed Urgency from Low to Medium.'],
  ['2025-10-06T12:00', 'Agent 1 has changed Priority from Low to Medium.'],
  ['2025-10-06T12:05', 'Agent 1 has added Reply To Requester.'],
  ['2025-10-06T12:06', 'Agent 1 has changed Status from In Progress to Pending.'],
  ['2025-10-07T00:00', 'System has sent Reminder to Requester 1.'],
  ['2025-10-07T08:33', 'Requester 1 has added Reply To Technician.'],
  ['2025-10-07T08:33', 'System has changed Status from Pending to In Progress.'],
  ['2025-10-07T10:20', 'Agent 1 has changed Assignee from Agent 1 to Agent 2.'],
  ['2025-10-07T10:20', 'Agent 1 has changed Technician Group from Service Desk to Field Support.'],
  ['2025-10-07T13:07', 'Agent 2 has changed Impact from Low to On Department.'],
  ['2025-10-07T13:07', 'Agent 2 has changed Priority from Medium to High.'],
  ['2025-10-07T13:10', 'Agent 2 has added Reply To Requester.'],
  [
    '2025-10-07T17:59',
    'Agent 2 has changed Subject from "Printer offline" to "Printer offline, 2nd floor".',
  ],
  ['2025-10-08T09:30', 'Agent 2 has added Solution.'],
  ['2025-10-08T09:31', 'Agent 2 has changed Status from In Progress to Resolved.'],
  ['2025-10-08T12:45', 'Requester 1 has added Reply To Technician.'],
  ['2025-10-08T12:45', 'System has changed Status from Resolved to Open.'],
  ['2025-10-08T13:01', 'Agent 2 has changed Status from Open to In Progress.'],
  ['2025-10-09T08:15', 'Agent 2 has added Reply To Requester.'],
  ['2025-10-09T08:16', 'Agent 2 has changed Status from In Progress to Resolved.'],
  ['2025-10-12T08:16', 'System has changed Status from Resolved to Closed.'],
];

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

// Writes a date as the page does: "Wed, Oct 08, 2025 01:07 pm".
function formatDate(minute) {
  const date = new Date(`${minute}:00Z`);
  const two = (number) => String(number).padStart(2, '0');
  const hour = date.getUTCHours();
  const day = `${DAYS[date.getUTCDay()]}, ${MONTHS[date.getUTCMonth()]} ${two(date.getUTCDate())}, ${date.getUTCFullYear()}`;
  return `${day} ${two(hour % 12 || 12)}:${two(date.getUTCMinutes())} ${hour < 12 ? 'am' : 'pm'}`;
}

const audit = events
  .map(([minute, auditString]) => ({ auditString, auditDate: formatDate(minute) }))
  .reverse();

const fail = (res, status, message) => res.status(status).json({ status, message });

// The page's table names "Bearer <Token> / <API Key>" and its sample sends "Apikey <key>", so the key is taken under either scheme.
function authenticate(req, res, next) {
  const [scheme, key] = (req.get('authorization') ?? '').split(' ');
  if (['apikey', 'bearer'].includes(scheme.toLowerCase()) && key === account.credential.api_key)
    return next();
  fail(res, 401, 'Unauthorized: invalid or missing authorization token.');
}

function searchAudit(req, res) {
  const { requestId } = req.params;
  const isObject = typeof req.body === 'object' && req.body !== null && !Array.isArray(req.body);
  if (!/^\d+$/.test(requestId)) return fail(res, 400, 'Invalid Request ID.');
  if (!isObject) return fail(res, 400, 'Malformed request body: a JSON object is required.');
  if (requestId !== account.ticket.request_id) return fail(res, 404, 'Request not found.');
  res.json(audit);
}

export function start() {
  const app = express();
  app.post(
    '/api/v1/request/:requestId/audit/search/byqual',
    authenticate,
    express.json(),
    searchAudit,
  );
  app.use((_req, res) => fail(res, 404, 'Resource not found.'));
  app.use((error, _req, res, _next) => {
    if (error.type === 'entity.parse.failed')
      return fail(res, 400, 'Malformed request body: invalid JSON.');
    fail(res, error.status ?? 500, error.status ? error.message : 'Internal server error.');
  });
  return listenLocally(app);
}
