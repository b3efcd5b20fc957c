/** A world of Helpshift in which a server can be asked everything. */
import type { ServerWorld } from '../../servers/ServerWorld.js';

/** What has been published, so that no profile forbids it. */
const ACTIONS = ['create-issue', 'add-tags', 'add-tags', 'resolve', 'add-tags'];
const START = Date.parse('2025-03-03T08:00:00Z');
const MINUTE = 60_000;

export const serverWorld: ServerWorld = {
  account: {
    credential: { api_key: 'hs-server-key' },
    ticket: { domain: 'acme', issue_id: '3423' },
    empty: { domain: 'acme', issue_id: '3424' },
    foreign: { domain: 'globex', issue_id: '7' },
  },
  numbers: {},
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
            3423: { records: Array.from({ length: 45 }, (_, i) => record(i)) },
            3424: { created: '2025-03-03T09:00:00Z', records: [] },
            // The first that was created, and the last that was changed.
            3425: { created: '2025-03-02T08:00:00Z', updated: '2025-03-04T08:00:00Z', records: [] },
          },
        },
        globex: { issues: { 7: { records: [record(0)] } } },
      },
    },
  }),
};

/** Two of each time; some of whole minutes, some not. */
function record(i: number) {
  const pair = Math.floor(i / 2);
  return {
    action_taken_at: START + pair * MINUTE + (pair % 3 === 1 ? 250 : 0),
    action: ACTIONS[i % ACTIONS.length],
    actor: ACTORS[i % ACTORS.length],
    ...STATES[i % STATES.length]?.(i),
  };
}

/** Two agents, an end user of whom little is known, and nobody. */
const ACTORS = [
  { name: 'Dana "D." Lowe', email: 'dana.lowe@example.com', roles: ['Agent', 'Lead'] },
  { name: 'Zoë Łącka 🙂', email: 'zoe@example.com', roles: ['Agent'] },
  { name: 'Priya N.', uid: 'eu-20817', roles: [] },
  { roles: ['Automation'] },
];

/** Each differs from all others by the number in it. */
const STATES: readonly ((i: number) => object)[] = [
  (i) => ({ from_data: null, to_data: { title: `Cannot log in & "save" <b>${i}</b>`, tags: [] } }),
  (i) => ({ from_data: { tags: [] }, to_data: { tags: [`t${i}`] } }),
  (i) => ({ to_data: [`no state before, ${i}`] }),
];
