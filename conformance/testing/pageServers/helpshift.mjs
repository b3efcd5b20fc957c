// A mock of Helpshift's issue-wise action log, GET /v2/<domain>/issues/<issue-id>/_audit_logs, written from the vendor's page alone.
import express from 'express';
import { listenLocally } from './listenLocally.mjs';

export const account = {
  credential: { api_key: 'helpshift_mock_api_key' },
  ticket: { domain: 'acme', issue_id: '3423' },
};

const DEFAULT_PAGE_SIZE = 200;
const MAX_PAGE_SIZE = 500;

const agent1 = { name: 'Agent 1', email: 'agent1@example.com', roles: ['agent'] };
const agent2 = { name: 'Agent 2', email: 'agent2@example.com', roles: ['agent', 'supervisor'] };
const admin = { name: 'Admin 1', email: 'admin1@example.com', roles: ['admin'] };
const bot = { name: 'Routing Bot', email: 'bot@example.com', roles: ['bot'] };
const user = { name: 'User 1', email: 'user1@example.com', uid: 'user-0001', roles: ['end-user'] };
const userByUid = { uid: 'user-0001', roles: ['end-user'] };
const anonymous = { roles: ['end-user'] };

const tags = (before, after) => [{ tags: before }, { tags: after }];
const status = (before, after) => [{ status: before }, { status: after }];
const assignee = (before, after) => [{ assignee: before }, { assignee: after }];
const priority = (before, after) => [{ priority: before }, { priority: after }];
const message = (body) => [{}, { message: body }];

const logs = [
  [
    '2025-08-09T09:12:04.120Z',
    'create-issue',
    user,
    {},
    { title: 'App crashes on start', status: 'new', tags: [] },
  ],
  ['2025-08-09T09:12:04.120Z', 'add-tags', bot, ...tags([], ['crash'])],
  ['2025-08-09T09:12:04.120Z', 'change-priority', bot, ...priority('none', 'medium')],
  ['2025-08-09T09:12:05.003Z', 'assign-issue', bot, ...assignee(null, 'Agent 1')],
  ['2025-08-09T09:40:31.870Z', 'change-status', agent1, ...status('new', 'in-progress')],
  [
    '2025-08-09T09:41:02.415Z',
    'send-message',
    agent1,
    ...message('Which version of the app do you use?'),
  ],
  ['2025-08-09T10:05:48.000Z', 'send-message', userByUid, ...message('Version 4.2.1.')],
  ['2025-08-09T10:20:10.555Z', 'add-tags', agent1, ...tags(['crash'], ['crash', 'v4.2'])],
  ['2025-08-09T10:20:10.555Z', 'add-note', agent1, {}, { note: 'Reproduced on a test device.' }],
  ['2025-08-10T08:00:00.000Z', 'assign-issue', agent1, ...assignee('Agent 1', 'Agent 2')],
  ['2025-08-10T08:00:00.000Z', 'change-priority', agent1, ...priority('medium', 'high')],
  ['2025-08-10T08:17:22.901Z', 'send-message', agent2, ...message('A fix is on its way.')],
  [
    '2025-08-10T11:30:45.233Z',
    'add-tags',
    agent2,
    ...tags(['crash', 'v4.2'], ['crash', 'v4.2', 'escalated']),
  ],
  [
    '2025-08-10T11:31:00.018Z',
    'update-custom-fields',
    agent2,
    { build: null },
    { build: '4.2.1-77' },
  ],
  ['2025-08-10T16:55:09.640Z', 'send-message', anonymous, ...message('Any news?')],
  ['2025-08-11T07:45:13.300Z', 'change-status', agent2, ...status('in-progress', 'waiting')],
  ['2025-08-11T07:45:13.300Z', 'send-message', agent2, ...message('Please update to 4.2.2.')],
  ['2025-08-11T13:02:57.777Z', 'send-message', user, ...message('Updated, it works.')],
  ['2025-08-11T13:20:00.000Z', 'resolve', agent2, ...status('waiting', 'resolved')],
  [
    '2025-08-11T13:20:00.000Z',
    'remove-tags',
    agent2,
    ...tags(['crash', 'v4.2', 'escalated'], ['crash', 'v4.2']),
  ],
  ['2025-08-12T06:10:38.492Z', 'reopen', userByUid, ...status('resolved', 'in-progress')],
  ['2025-08-12T06:10:38.492Z', 'send-message', userByUid, ...message('It crashed again.')],
  ['2025-08-12T06:30:11.006Z', 'assign-issue', admin, ...assignee('Agent 2', 'Agent 1')],
  ['2025-08-12T06:30:11.006Z', 'change-priority', admin, ...priority('high', 'urgent')],
  [
    '2025-08-12T09:00:26.150Z',
    'update-custom-fields',
    agent1,
    { build: '4.2.1-77' },
    { build: '4.2.2-80' },
  ],
  ['2025-08-12T09:05:44.084Z', 'add-note', agent1, {}, { note: 'Caused by a corrupt cache.' }],
  ['2025-08-12T09:08:19.961Z', 'send-message', agent1, ...message('Please clear the cache.')],
  ['2025-08-13T10:41:03.333Z', 'send-message', user, ...message('That helped, thank you.')],
  ['2025-08-13T10:59:59.999Z', 'resolve', agent1, ...status('in-progress', 'resolved')],
  ['2025-08-14T11:00:00.000Z', 'remove-tags', bot, ...tags(['crash', 'v4.2'], ['crash'])],
].map(([time, action, actor, from_data, to_data]) => ({
  action_taken_at: Date.parse(time),
  action,
  actor,
  from_data,
  to_data,
}));

const fail = (res, status, text) => res.status(status).json({ error: text });

function authenticate(req, res, next) {
  const expected = Buffer.from(`${account.credential.api_key}:`).toString('base64');
  const [scheme, value] = (req.get('authorization') ?? '').split(' ');
  if (scheme.toLowerCase() === 'basic' && value === expected) return next();
  res.set('WWW-Authenticate', 'Basic realm="Helpshift API"');
  fail(res, 401, 'Invalid or missing API key');
}

// The page calls `actions` a JSON array and shows a comma-separated list, so both are read.
function readActions(text) {
  if (!text.trim().startsWith('[')) return text.split(',').map((action) => action.trim());
  try {
    const list = JSON.parse(text);
    return list.every((action) => typeof action === 'string') ? list : undefined;
  } catch {
    return undefined;
  }
}

function listLogs(req, res) {
  const { domain, issue_id } = account.ticket;
  if (req.params.domain !== domain || req.params.issueId !== issue_id)
    return fail(res, 404, 'Issue not found');

  const {
    sort_order = 'desc',
    actions,
    since = '0',
    until = String(Date.now()),
    page = '1',
    page_size,
  } = req.query;
  if (!['asc', 'desc'].includes(sort_order))
    return fail(res, 400, 'sort_order must be "asc" or "desc"');
  if (!/^\d+$/.test(since)) return fail(res, 400, 'since must be a Unix timestamp in milliseconds');
  if (!/^\d+$/.test(until)) return fail(res, 400, 'until must be a Unix timestamp in milliseconds');
  if (!/^[1-9]\d*$/.test(page)) return fail(res, 400, 'page must be a positive integer');
  const wanted = actions === undefined ? null : readActions(String(actions));
  if (wanted === undefined) return fail(res, 400, 'actions must be an array of strings');

  const asked = Number(page_size);
  const size =
    Number.isInteger(asked) && asked >= 1 && asked <= MAX_PAGE_SIZE ? asked : DEFAULT_PAGE_SIZE;
  const sign = sort_order === 'asc' ? 1 : -1;
  const found = logs
    .filter((log) => log.action_taken_at >= Number(since) && log.action_taken_at <= Number(until))
    .filter((log) => !wanted || wanted.includes(log.action))
    .sort((a, b) => sign * (a.action_taken_at - b.action_taken_at));
  const offset = (Number(page) - 1) * size;
  res.json({
    audit_logs: found.slice(offset, offset + size),
    page: Number(page),
    page_size: size,
    total_pages: Math.ceil(found.length / size),
    total_count: found.length,
  });
}

export function start() {
  const app = express();
  app.get('/v2/:domain/issues/:issueId/_audit_logs', authenticate, listLogs);
  app.use((_req, res) => fail(res, 404, 'Not found'));
  return listenLocally(app);
}
