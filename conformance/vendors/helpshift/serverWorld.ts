/** A world of Helpshift in which a server can be asked everything. */
import type { ServerWorld } from '../../servers/ServerWorld.js';

const ACTIONS = ['create-issue', 'add-tags', 'add-tags', 'assign', 'resolve'];
const START = Date.parse('2025-03-03T08:00:00Z');

export const serverWorld: ServerWorld = {
  account: {
    credential: { api_key: 'hs-server-key' },
    ticket: { domain: 'acme', issue_id: '3423' },
    empty: { domain: 'acme', issue_id: '3424' },
    foreign: { domain: 'globex', issue_id: '7' },
  },
  numbers: { 'rate-limit': 60_000 },
  fixture: (profile) => ({
    name: 'server',
    helpshift: {
      profile,
      credentials: [
        { name: 'judge', api_key: 'hs-server-key', domain: 'acme' },
        { name: 'other', api_key: 'hs-other-key', domain: 'globex' },
      ],
      domains: {
        acme: {
          issues: {
            3423: { records: Array.from({ length: 23 }, (_, i) => record(i)) },
            3424: { created: '2025-03-03T08:00:00Z', records: [] },
          },
        },
        globex: { issues: { 7: { records: [record(0)] } } },
      },
    },
  }),
};

/** Some have equal times. */
function record(i: number) {
  return {
    action_taken_at: START + Math.floor(i / 2) * 60_000,
    action: ACTIONS[i % ACTIONS.length],
    actor: { name: `Agent ${i % 3}`, email: `agent${i % 3}@example.com`, roles: ['agent'] },
    from_data: i % 2 === 0 ? null : { tags: [] },
    to_data: { tags: [`t${i}`] },
  };
}
