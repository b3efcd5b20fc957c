import { writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import supertest from 'supertest';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { folderOf } from '../fixtures/testing/complaint.js';
import { startSimulator } from './startSimulator.js';
import { isCollected } from './testing/isCollected.js';
import { vendors } from './vendors/index.js';

const world = (word: string, count: number) => `name: ${word}
motadata:
  credentials: [{ token: ${word} }, { token: both }]
  requests:
    "1":
      records: [${`{ at: 2025-10-08T07:37:00Z, record: { auditString: ${word} } },`.repeat(count)}]
`;

async function reloading() {
  const file = join(folderOf({ 'x.yaml': world('old', 2) }), 'x.yaml');
  const simulator = await startSimulator(vendors, { fixture: file });
  onTestFinished(() => simulator.close());
  return { simulator, write: (text: string) => writeFileSync(file, text) };
}

const path = '/api/v1/request/1/audit/search/byqual';
const strings = (body: { auditString: string }[]) => body.map(({ auditString }) => auditString);

describe('reloading', () => {
  it('happens between two requests: each is answered by one world alone', async () => {
    const { simulator, write } = await reloading();
    write(world('new', 3));
    const ask = () =>
      supertest(simulator.url).post(path).set('Authorization', 'Bearer both').send({});
    const answers: Promise<string>[] = [];
    for (let i = 0; i < 60; i++) {
      if (i === 30) simulator.reload();
      answers.push(ask().then(({ body }) => strings(body).join()));
      if (i % 7 === 0) await answers.at(-1);
    }
    const all = await Promise.all(answers);
    expect(new Set(all)).toEqual(new Set(['old,old', 'new,new,new']));
    expect(all[0]).toBe('old,old');
    expect(all.at(-1)).toBe('new,new,new');
  });

  it('leaves a request in flight to the world that it came to', async () => {
    const { simulator, write } = await reloading();
    const { port } = new URL(simulator.url);
    const headers = { Authorization: 'Bearer old', Expect: '100-continue', 'Content-Length': 2 };
    const asked = request({ port, path, method: 'POST', headers });
    const body = new Promise<string>((resolve) => {
      asked.on('response', (response) => {
        let text = '';
        response.on('data', (data) => {
          text += data;
        });
        response.on('end', () => resolve(text));
      });
    });
    asked.flushHeaders();
    await new Promise((resolve) => asked.on('continue', resolve));
    write(world('new', 1));
    simulator.reload();
    asked.end('{}');
    expect(strings(JSON.parse(await body))).toEqual(['old', 'old']);
  });

  it('forgets credentials that are no longer there', async () => {
    const { simulator, write } = await reloading();
    write(world('new', 1));
    simulator.reload();
    const ask = (token: string) =>
      supertest(simulator.url).post(path).set('Authorization', `Bearer ${token}`).send({});
    expect((await ask('old')).status).toBe(401);
    expect((await ask('new')).status).toBe(200);
  });

  it('lets live tokens live where their credentials are still there', async () => {
    const client = 'client_id: c, client_secret: s, username: u, password: p';
    const yaml = (word: string) => world(word, 1).replace('{ token: both }', `{ ${client} }`);
    const { simulator, write } = await reloading();
    write(yaml('one'));
    simulator.reload();
    const ask = supertest(simulator.url);
    const { body } = await ask
      .post('/api/oauth/token')
      .auth('c', 's')
      .type('form')
      .send({ grant_type: 'password', username: 'u', password: 'p' });
    const read = () => ask.post(path).set('Authorization', `Bearer ${body.access_token}`).send({});
    write(yaml('two'));
    simulator.reload();
    expect(strings((await read()).body)).toEqual(['two']);
    write(yaml('three').replace('password: p', 'password: other'));
    simulator.reload();
    expect((await read()).status).toBe(401);
  });

  it('leaves a world of today where it was put', async () => {
    const { simulator, write } = await reloading();
    const today = world('new', 1).replace('name', 'now: today\nname');
    const timeOf = async () => {
      const answer = await supertest(simulator.url)
        .post(path)
        .set('Authorization', 'Bearer both')
        .send({});
      return answer.body[0].auditDate;
    };
    write(today);
    simulator.reload();
    const first = await timeOf();
    onTestFinished(() => void vi.useRealTimers());
    vi.setSystemTime(Date.now() + 3_600_000);
    simulator.reload();
    expect(await timeOf()).toBe(first);
  });

  it('plays by the clock of the new world', async () => {
    const { simulator, write } = await reloading();
    write(`now: 2030-01-01T00:00:00Z\n${world('new', 1)}`);
    simulator.reload();
    expect(new Date(simulator.clock.now()).getUTCFullYear()).toBe(2030);
  });

  it('keeps the old world where the new one is wrong', async () => {
    const { simulator, write } = await reloading();
    write('name: [');
    expect(() => simulator.reload()).toThrow('not YAML');
    const { body } = await supertest(simulator.url)
      .post(path)
      .set('Authorization', 'Bearer old')
      .send({});
    expect(strings(body)).toEqual(['old', 'old']);
    expect(simulator.world.name).toBe('old');
  });

  it('counts the time of faults from the new world on', async () => {
    const { simulator, write } = await reloading();
    const faults = 'faults: [{ when: { after: PT1H }, do: loginPage }]\n';
    write(`${world('new', 1)}now: 2030-01-01T00:00:00Z\n${faults}`);
    simulator.reload();
    const ask = () =>
      supertest(simulator.url).post(path).set('Authorization', 'Bearer both').send({}).expect(200);
    await ask().then(({ body }) => expect(strings(body)).toEqual(['new']));
    write(`${world('newer', 1)}now: 2031-01-01T00:00:00Z\n${faults}`);
    simulator.reload();
    await ask().then(({ body }) => expect(strings(body)).toEqual(['newer']));
    simulator.clock.advance('PT1H');
    await ask().then(({ type }) => expect(type).toBe('text/html'));
  });

  it('keeps no world that is played no more, whatever was asked of it', async () => {
    const { simulator } = await reloading();
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    const ask = (token: string, to = path) =>
      supertest(simulator.url)
        .post(to)
        .agent(agent)
        .set('Authorization', `Bearer ${token}`)
        .send({});
    const { default: own } = simulator.sessions;
    own.setFaults([{ do: { delay: 1 } }, { when: { nth: 2 }, do: { append: 1 } }]);
    await ask('both').expect(200);
    await ask('both').expect(200);
    await ask('neither').expect(401);
    await ask('both', '/api/v1/nothing').expect(404);
    own.credentials('motadata').add({ name: 'more', token: 'more' });
    own.completeness({ vendor: 'motadata', target: { request_id: '1' } });
    const { id } = await simulator.sessions.open({ ownPort: true });
    const before = new WeakRef(simulator.world);
    simulator.reload();
    await simulator.sessions.get(id)?.close();
    expect(await isCollected(before)).toBe(true);
    expect(own.journal().entries).toHaveLength(3);
  });
});
