import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import supertest from 'supertest';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folderOf } from '../fixtures/testing/complaint.js';
import type { SimulatorSession } from './Simulator.js';
import { startSimulator } from './startSimulator.js';
import { vendors } from './vendors/index.js';

const world = (client: string, now = '2025-11-03T09:00:00Z') => `name: w
now: ${now}
motadata:
  credentials: [{ name: m, client_id: ${client}, client_secret: s, username: u, password: p }]
  requests: { "1": { records: [] } }
`;

/** A simulator whose tokens are made only when they are let. */
async function holdingBack() {
  const making: (() => void)[] = [];
  const slow = vendors.map((vendor) => ({
    ...vendor,
    tokenEndpoints: vendor.tokenEndpoints.map((endpoint) => ({
      ...endpoint,
      async make(...given: Parameters<typeof endpoint.make>) {
        await new Promise<void>((resolve) => making.push(resolve));
        return endpoint.make(...given);
      },
    })),
  }));
  const file = join(folderOf({ 'x.yaml': world('c') }), 'x.yaml');
  const simulator = await startSimulator(slow, { fixture: file });
  onTestFinished(() => simulator.close());
  const ask = supertest(simulator.url);

  /** Lets something happen while clients of a session wait for tokens; then those are made. */
  async function during(session: SimulatorSession, act: () => unknown, clients = 1) {
    const {
      client_id = '',
      client_secret = '',
      ...user
    } = session.vendors.motadata?.credentials[0] ?? {};
    const form = { grant_type: 'password', username: user.username, password: user.password };
    const token = () =>
      ask.post('/api/oauth/token').auth(client_id, client_secret).type('form').send(form);
    const answers: { status: number; token: string }[] = [];
    for (let i = 0; i < clients; i++)
      void token().then(({ status, body }) => answers.push({ status, token: body.access_token }));
    await expect.poll(() => making.length).toBe(clients);
    await act();
    // Some may have to be made anew.
    await expect
      .poll(() => {
        for (const make of making.splice(0)) make();
        return answers.length;
      })
      .toBe(clients);
    return answers;
  }
  const read = async (token: string) =>
    (
      await ask
        .post('/api/v1/request/1/audit/search/byqual')
        .set('Authorization', `Bearer ${token}`)
        .send({})
    ).status;
  const reload = (yaml: string) => {
    writeFileSync(file, yaml);
    simulator.reload();
  };
  return { simulator, during, read, reload, session: await simulator.sessions.open() };
}

describe('a token that is asked for', () => {
  it('is refused to a client whose session is closed meanwhile, as to one that nobody knows', async () => {
    const { during, session } = await holdingBack();
    expect(await during(session, () => session.close())).toEqual([
      { status: 401, token: undefined },
    ]);
  });

  it('is good after a reset that comes between', async () => {
    const { during, session, read } = await holdingBack();
    const [one] = await during(session, () => session.reset());
    expect([one?.status, await read(one?.token ?? '')]).toEqual([200, 200]);
    expect(session.journal().entries.map(({ credential }) => credential)).toEqual(['m']);
  });

  it('is of the world that is read meanwhile, and lives by its time', async () => {
    const { during, simulator, read, reload } = await holdingBack();
    const [one] = await during(simulator.sessions.default, () =>
      reload(world('c', '2030-01-01T00:00:00Z')),
    );
    expect([one?.status, await read(one?.token ?? '')]).toEqual([200, 200]);
    reload(world('other'));
    expect(await read(one?.token ?? '')).toBe(401);
  });

  it('is refused to a client that the world has no more which is read meanwhile', async () => {
    const { during, simulator, reload } = await holdingBack();
    const [one] = await during(simulator.sessions.default, () => reload(world('other')));
    expect(one?.status).toBe(401);
  });

  it('is refused to a client that is revoked meanwhile', async () => {
    const { during, session } = await holdingBack();
    const revoke = () => session.credentials('motadata').revoke('m');
    expect((await during(session, revoke))[0]?.status).toBe(401);
  });

  it('is the one that another request gets meanwhile', async () => {
    const { during, session, read } = await holdingBack();
    const [one, two] = await during(session, () => {}, 2);
    expect(one).toEqual(two);
    expect(await read(one?.token ?? '')).toBe(200);
  });
});
