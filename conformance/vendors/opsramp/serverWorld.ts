/** A world of OpsRamp in which a server can be asked everything. */
import type { ServerWorld } from '../../servers/ServerWorld.js';

const START = Date.parse('2025-03-03T08:00:30Z');
const PLENTY = { 'rate-limit': 60_000 };

export const serverWorld: ServerWorld = {
  account: {
    credential: { client_id: 'judge-client', client_secret: 'judge client&secret' },
    ticket: { tenant_id: 'client_4', incident_id: 'INC0000004711' },
    empty: { tenant_id: 'client_4', incident_id: 'INC0000004712' },
    foreign: { tenant_id: 'client_5', incident_id: 'INC0000000007' },
  },
  numbers: { ...PLENTY, 'rate-limit-paged': 50_000, 'largest-page': 7 },
  beside: {
    'rate-limit-paged': PLENTY,
    'rate-limit-log': { ...PLENTY, 'rate-limit-paged': 50_000 },
    'rate-limit-quoted': PLENTY,
    'rate-limit-bucket': PLENTY,
  },
  fixture: (profile) => ({
    name: 'server',
    opsramp: {
      profile,
      tenants: {
        client_4: {
          credentials: [
            {
              name: 'judge',
              client_id: 'judge-client',
              client_secret: 'judge client&secret',
            },
          ],
          incidents: {
            INC0000004711: {
              ...{ created: written(START - 60_000).replace('+0000', 'Z'), status: 'Open' },
              subject: 'Network storage unavailable',
              records: Array.from({ length: 38 }, (_, i) => record(i)),
            },
            INC0000004712: { created: '2025-03-03T08:00:00Z', subject: 'Nothing yet', records: [] },
            ...Object.fromEntries(Array.from({ length: 9 }, (_, i) => other(i))),
          },
          tasks: { TASK0000000001: { subject: 'Replace the tape', records: [record(0)] } },
        },
        client_5: {
          credentials: [{ name: 'other', token: 'other-token' }],
          incidents: { INC0000000007: { records: [record(0)] } },
        },
      },
    },
  }),
};

/** Four of each second and a half of minutes that follow each other, so that some have equal times. */
function record(i: number) {
  const who = ['Ada', 'Bo', 'Chi'][i % 3] as string;
  const common = {
    createdTime: written(START + Math.floor(i / 2) * 60_000 + (i % 4 === 3 ? 1000 : 0)),
    createdBy: {
      ...{ loginName: `${who}.Case`, lastName: who === 'Chi' ? ' ' : 'Case', firstName: who },
      email: `${who.toLowerCase()}@example.com`,
      ...(who === 'Ada' && { phoneNumber: '800 123-1234' }),
    },
  };
  const incident = 'Incident "#INC0000004711 Network storage unavailable"';
  const kinds = [
    {
      ...{ logType: 'TICKET', activity: i === 0 ? `New ${incident}` : `${incident} updated` },
      ...(i > 0 && {
        htmlLog: [`<p class="AttributeName">Priority changed from ${i} to <b>${i + 1}</b></p>`],
        changeLog: [{ attribute: 'Priority', oldValue: String(i), newValue: String(i + 1) }],
      }),
    },
    {
      ...{ logType: 'TICKET_NOTIFICATION', activity: `Incident Updated sent by ${who} (${i})` },
      ...{ toList: 'ops@example.com', ccList: 'lead@example.com,duty@example.com' },
    },
    {
      ...{ logType: 'TICKET_INTERNAL_RESPONSE', activity: `"it's &lt;R&amp;D&gt; é ${i}" added` },
      htmlLog: ['<div class="PostReply">it\'s &lt;R&amp;D&gt; é</div>'],
    },
  ];
  return { ...common, ...kinds[[0, 1, 0, 2][i % 4] as number] };
}

/** The ids are in another order than the times. */
function other(i: number) {
  const created = written(START + ((i * 4) % 9) * 86_400_000);
  const records = [{ ...record(0), createdTime: created }];
  return [`INC000000480${i}`, { subject: `Disk ${i} is full`, status: 'Closed', records }] as const;
}

function written(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}+0000`;
}
