import { describe, expect, it } from 'vitest';
import { administered } from '../testing/administered.js';
import { smallFixture } from '../testing/smallFixture.js';

const admin = await administered(smallFixture);

const path = '/v2/shop/issues/1/_audit_logs';
const status = async (key: string) => (await admin.vendor.get(path).auth(key, '')).status;

/** A new session's answer. */
async function opened(options: object = {}) {
  return (await admin.post('/sessions').send(options).expect(201)).body;
}

describe('opening a session', () => {
  it('gives it credentials of its own, by which the vendor knows it', async () => {
    const { vendors } = await opened();
    const [{ api_key, name, domain }] = vendors.helpshift.credentials;
    expect({ name, domain }).toEqual({ name: 'collector', domain: 'shop' });
    expect(api_key).not.toBe('small-key');
    expect(await status(api_key)).toBe(200);
  });

  it('says where it is', async () => {
    const answer = await admin.post('/sessions').expect(201);
    expect(answer.headers.location).toBe(`/sessions/${answer.body.id}`);
    expect((await admin.get(answer.headers.location as string).expect(200)).body).toEqual(
      answer.body,
    );
  });

  it('tells nobody on the way to keep its credentials', async () => {
    await admin.post('/sessions').expect(201).expect('Cache-Control', 'no-store');
  });

  it('takes no body for an empty object', async () => {
    await admin.post('/sessions').expect(201);
    await admin.post('/sessions').set('Content-Length', '0').type('text/plain').expect(201);
  });

  it('plays only the vendors that are wanted, from the instant that is wanted', async () => {
    const { vendors, now, running } = await opened({
      vendors: ['opsramp'],
      now: '2025-01-01T00:00:00Z',
    });
    expect(Object.keys(vendors)).toEqual(['opsramp']);
    expect({ now, running }).toEqual({ now: '2025-01-01T00:00:00Z', running: false });
  });

  it('plays a fixture that comes with it', async () => {
    const fixture = structuredClone({ ...smallFixture, name: 'own' }) as Partial<
      typeof smallFixture
    >;
    delete fixture.opsramp;
    const session = await opened({ fixture });
    expect(session.fixture).toBe('own');
    expect(Object.keys(session.vendors)).toEqual(['helpshift']);
  });

  it('closes it when its time is over', async () => {
    const { opened: from, expires } = await opened({ expiresIn: 'PT10M' });
    expect(Date.parse(expires) - Date.parse(from)).toBeCloseTo(600_000, -3);
  });

  it('gives it a port of its own where one is wanted', async () => {
    const { id, vendors } = await opened({ ownPort: true, vendors: ['helpshift'] });
    expect(vendors.helpshift.baseUrl).not.toBe(admin.simulator.url);
    const answer = await fetch(vendors.helpshift.baseUrl + path);
    expect(answer.status).toBe(401);
    expect((await admin.get(`/sessions/${id}`)).body.requests).toBe(1);
    await admin.delete(`/sessions/${id}`).expect(204);
  });
});

describe('a wrong fixture that comes with a session', () => {
  const places = async (fixture: object) =>
    (await admin.post('/sessions').send({ fixture }).expect(400)).body.problems;

  it('is refused with all that is wrong, and where', async () => {
    const { helpshift } = structuredClone(smallFixture);
    Object.assign(helpshift.domains.shop.issues['1'].records[0] as object, { acton: 'x' });
    expect(await places({ name: '', helpshift })).toEqual([
      { path: 'fixture.name', message: 'expected a name, found ""' },
      {
        path: 'fixture.helpshift.domains.shop.issues.1.records[0].acton',
        message: expect.stringContaining('unknown key "acton"; did you mean action?'),
      },
    ]);
  });

  const none = 'expected no other file in a fixture that is given as an object';

  it('may not include files', async () => {
    expect(await places({ ...smallFixture, include: '/etc/passwd' })).toEqual([
      { path: 'fixture.include', message: none },
    ]);
  });

  it('may not have its records from files', async () => {
    const fixture = structuredClone(smallFixture);
    Object.assign(fixture.helpshift.domains.shop.issues['1'], { records: { from: '/etc/passwd' } });
    expect(await places(fixture)).toEqual([
      { path: 'fixture.helpshift.domains.shop.issues.1.records.from', message: none },
    ]);
  });

  it('is not told of in secrets', async () => {
    const fixture = structuredClone(smallFixture);
    Object.assign(fixture.helpshift.credentials[0] as object, { api_key: 'has a blank' });
    const { text } = await admin.post('/sessions').send({ fixture }).expect(400);
    expect(text).toContain('api_key');
    expect(text).not.toContain('blank"');
    expect(text).not.toContain('has a');
  });

  it('is told of in a hundred places, and how many more there are', async () => {
    const records = Array(150).fill({ acton: 1 });
    const domains = { shop: { issues: { '1': { records } } } };
    const { body } = await admin
      .post('/sessions')
      .send({ fixture: { ...smallFixture, helpshift: { ...smallFixture.helpshift, domains } } })
      .expect(400);
    expect(body.problems.length).toBeGreaterThan(40);
    expect(body.problems.length).toBeLessThanOrEqual(100);
    expect(body.error).toMatch(/^fixture\.helpshift\..* \(and \d+ more\)$/);
  });
});

describe('what a session cannot be opened with', () => {
  const wrong: [string, object, string][] = [
    [
      'a key that there is not',
      { fixtur: 'small' },
      'fixtur: unknown key "fixtur"; did you mean fixture?',
    ],
    ['a fixture that there is not', { fixture: 'smal' }, 'smal'],
    ['a file name', { fixture: '../../etc/passwd' }, 'passwd'],
    ['a vendor that there is not', { vendors: ['motadata'] }, 'motadata'],
    ['no vendors', { vendors: [] }, "vendors: expected a list of vendors' names"],
    ['a time that there is not', { now: '2025-02-30T00:00:00Z' }, '2025-02-30T00:00:00Z'],
    ['a life that is none', { expiresIn: '1h' }, '1h'],
    ['a life that is too long', { expiresIn: 'P8D' }, 'P7D'],
    ['a port', { ownPort: 4010 }, 'ownPort: expected true or false, found 4010'],
  ];
  for (const [what, options, message] of wrong)
    it(`is ${what}`, async () => {
      const { body } = await admin.post('/sessions').send(options).expect(400);
      expect(body.error).toContain(message);
    });
});

describe('a session', () => {
  it('is listed, without what its clients need, behind the default one', async () => {
    const { vendors: _, ...session } = await opened();
    const { sessions } = (await admin.get('/sessions').expect(200)).body;
    expect(sessions[0]).toMatchObject({ id: 'default', fixture: 'small', expires: null });
    expect(sessions).toContainEqual(session);
  });

  it('is gone when it is closed', async () => {
    const { id, vendors } = await opened();
    await admin.delete(`/sessions/${id}`).expect(204);
    await admin.get(`/sessions/${id}`).expect(404);
    await admin.delete(`/sessions/${id}`).expect(404);
    expect(await status(vendors.helpshift.credentials[0].api_key)).toBe(401);
  });

  it('is as it was when it is reset', async () => {
    const { id, now, vendors } = await opened();
    const at = `/sessions/${id}`;
    const [{ api_key }] = vendors.helpshift.credentials;
    await admin.post(`${at}/clock`).send({ advance: 'PT1H' }).expect(200);
    await admin.post(`${at}/credentials`).send({ vendor: 'helpshift', revoke: 'collector' });
    expect(await status(api_key)).toBe(401);
    await admin.post(`${at}/reset`).expect(204);
    expect((await admin.get(at)).body).toMatchObject({ now, requests: 0 });
    expect(await status(api_key)).toBe(200);
  });

  it('is not reset by who has more to say', async () => {
    const { body } = await admin.post('/sessions/default/reset').send({ now: 1 }).expect(400);
    expect(body.error).toBe('expected no body, or {}, found a mapping of now');
  });

  it('is not closed where it is the default one', async () => {
    const { body } = await admin.delete('/sessions/default').expect(409);
    expect(body).toEqual({ error: 'the default session ends with the simulator' });
  });
});
