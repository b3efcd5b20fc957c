/** A world of Motadata in which a server can be asked everything. */
import type { ServerWorld } from '../../servers/ServerWorld.js';

const START = Date.parse('2025-10-08T07:31:00Z');
const DAY = 24 * 60 * 60_000;

/** What a form and a header have to encode. */
const API_KEY = 'server/key+AuditRg@c2VydmVy==';
const USER = {
  client_id: 'server-client',
  client_secret: 'server:client=secret&',
  username: 'server+user@example.com',
  password: 'a+b=c&d%2Be é',
};

export const serverWorld: ServerWorld = {
  account: {
    credential: { api_key: API_KEY, ...USER },
    ticket: { request_id: '7' },
    empty: { request_id: '8' },
    foreign: { request_id: '9' },
  },
  numbers: { 'rate-limit-capacity': 5000, 'token-lifetime': 172_800, 'list-size': 10 },
  beside: {
    'audit-trail-off': { 'audit-trail': 'off' },
    'rate-limit-reset': { 'rate-limit-capacity': 5000 },
  },
  fixture: (profile) => ({
    name: 'server',
    motadata: {
      profile,
      zone: 'Asia/Kolkata',
      credentials: [
        { name: 'judge', api_key: API_KEY, requester: 'Jerry' },
        { name: 'judges-client', ...USER, requester: 'Jerry' },
      ],
      requests: {
        7: { subject: 'Printer', records: SENTENCES.map(entry) },
        8: { created: instant(START - DAY), records: [] },
        9: { requester: 'Somebody else', records: [entry(CREATION, 0)] },
        ...Object.fromEntries(Array.from({ length: 30 }, (_, i) => [100 + i, other(i)])),
      },
    },
  }),
};

const CREATION =
  'Request with ID as INC-7, Subject as "Printer <3rd floor> & more", Source as Email, Status as Open, for Requester "Jerry".';

/** Oldest first; the first three are of one minute, and some are the same. */
const SENTENCES = [
  CREATION,
  'System has added Email Content.',
  'System has added Email Content.',
  ...Array.from({ length: 9 }, (_, i) => [
    `Jerry has changed Status from Open to In Progress ${i}.`,
    'Jerry has added Reply To Technician.',
    `Tom has changed Subject from "a" to "b's ${i}".`,
  ]).flat(),
];

function entry(auditString: string, i: number) {
  return { at: instant(START + Math.floor(i / 3) * 7 * 60_000), record: { auditString } };
}

/** A request beside, made and changed before the one that is read. */
function other(i: number) {
  const made = START - (i + 2) * DAY;
  return {
    records: [
      { at: instant(made), record: { auditString: `Request with ID as INC-${100 + i}.` } },
      { at: instant(made + 60_000), record: { auditString: 'Tom has added Reply To Requester.' } },
    ],
  };
}

function instant(time: number): string {
  return new Date(time).toISOString();
}
