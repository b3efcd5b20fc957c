import supertest from 'supertest';
import { describe, expect, it, vi } from 'vitest';
import { administered, TOKEN } from '../testing/administered.js';
import { afterwards } from '../testing/afterwards.js';
import { smallFixture } from '../testing/smallFixture.js';
import { startAdmin } from './startAdmin.js';

const admin = await administered(smallFixture);

describe('a path', () => {
  it('that there is not is 404', async () => {
    for (const path of [
      '/',
      '/session',
      '/Sessions',
      '/sessions/',
      '/sessions/default/x',
      '/a/%ZZ',
    ])
      expect((await admin.get(path).expect(404)).body).toEqual({
        error: 'there is nothing at this path',
      });
    await admin.get('/sessions/%ZZ').expect(404, { error: 'the path cannot be decoded' });
  });

  it('of a session that there is not is 404, whatever is asked of it', async () => {
    const error = 'there is no session "gone"';
    await admin.get('/sessions/gone').expect(404, { error });
    await admin.delete('/sessions/gone').expect(404, { error });
    await admin.post('/sessions/gone/clock').send({ wrong: 1 }).expect(404, { error });
    await admin.get('/sessions/gone/journal?x=1').expect(404, { error });
  });

  it('with another method is 405, and says with which', async () => {
    await admin.put('/sessions').expect(405).expect('Allow', 'GET, HEAD, POST');
    await admin.put('/sessions/gone').expect(405).expect('Allow', 'GET, HEAD, DELETE');
    await admin.post('/health').expect(405).expect('Allow', 'GET, HEAD');
    const { body } = await admin.get('/sessions/default/records').expect(405);
    expect(body).toEqual({ error: 'expected POST' });
  });

  it('takes no parameters', async () => {
    for (const path of ['/health?x', '/sessions?x=1', '/sessions/default/clock?x=1&y=2'])
      await admin.get(path).expect(400, { error: 'expected no parameters, found "x"' });
  });

  it('is answered for HEAD as for GET, without a body', async () => {
    const { headers } = await admin.get('/sessions/default');
    const head = await admin.head('/sessions/default').expect(200);
    expect(head.headers['content-length']).toBe(headers['content-length']);
    expect(head.text).toBeUndefined();
  });
});

describe('a body', () => {
  const send = (body: string | Buffer, type = 'application/json') =>
    admin.post('/sessions/default/clock').set('Content-Type', type).send(body);

  it('that is not of JSON is 415', async () => {
    const { body } = await send('{"running":false}', 'text/plain').expect(415);
    expect(body.error).toBe('expected a body of application/json, found "text/plain"');
    await send('a=1', 'application/x-www-form-urlencoded').expect(415);
    await send('{"running":false}', 'application/json; charset=utf-8').expect(200);
  });

  it('that cannot be read as JSON is 400', async () => {
    for (const text of ['{', '{} {}', 'nul', "{'a':1}"])
      await send(text).expect(400, { error: 'The body is not JSON in UTF-8.' });
    const latin1 = Buffer.from('{"set":"\xe9"}', 'latin1');
    await send(latin1 as never)
      .serialize((body) => body as never)
      .expect(400);
  });

  it('that is no object is 400', async () => {
    for (const text of ['null', '[]', '"x"', '1'])
      expect((await send(text).expect(400)).body.error).toMatch(/^expected advance or set, /);
  });

  it('that says a key twice counts as JavaScript reads it', async () => {
    await send('{"running":"no","running":false}').expect(200);
  });

  it('that is deeper than a fixture may be is 400', async () => {
    const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    for (const levels of [300, 500_000]) {
      const { body } = await send(`{"advance":${deep(levels)}}`).expect(400);
      expect(body.error).toContain('found more than 200 levels');
    }
  });

  it('that is larger than a mebibyte is 413', async () => {
    const sized = (size: number) => `{"advance":"${'x'.repeat(size - 14)}"}`;
    await send(sized(1024 * 1024)).expect(400);
    await send(sized(1024 * 1024 + 1)).expect(413);
  });

  it('that is wrong in very many places is told of in a hundred', async () => {
    const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`key${i}`, 1]));
    const { body } = await send(JSON.stringify(many)).expect(400);
    expect(body.problems).toHaveLength(100);
  });

  it('is not sent back at length', async () => {
    const long = 'x'.repeat(500_000);
    const wrong: [string, object][] = [
      ['/sessions', { fixture: long }],
      ['/sessions', { fixture: { name: 'n', [long]: { [long]: 1 } } }],
      ['/sessions/default/clock', { [long]: 1 }],
      [
        '/sessions/default/records',
        { vendor: 'helpshift', target: { [long]: long }, records: [{}] },
      ],
      [`/sessions/default/credentials`, { vendor: 'helpshift', revoke: long }],
    ];
    for (const [path, body] of wrong)
      expect((await admin.post(path).send(body).expect(400)).text.length).toBeLessThan(10_000);
  });

  it('cannot break the line that tells of it', async () => {
    const { body } = await send('{"a\\nb":1}').expect(400);
    expect(body.error).toContain('a\\nb');
  });
});

describe('a value that is wrong', () => {
  const target = { domain: 'shop', issue_id: '1' };
  const records = [{ action_taken_at: 1743402600000, action: 'a', actor: { roles: [] } }];
  const wrong: [string, string, string, object, string][] = [
    ['now', 'an instant', '/sessions', { now: '2025-02-30T00:00:00Z' }, '2025-02-30T00:00:00Z'],
    ['now', 'a number', '/sessions', { now: 1754870000000 }, 'found 1754870000000'],
    ['fixture', 'a name', '/sessions', { fixture: 'smal' }, 'did you mean small?'],
    ['vendors', 'a vendor', '/sessions', { vendors: ['jira'] }, 'found jira'],
    ['expiresIn', 'a life', '/sessions', { expiresIn: 'P1Y' }, 'years and months'],
    ['advance', 'a step', '/sessions/default/clock', { advance: 'P1M' }, 'years and months'],
    ['set', 'a day', '/sessions/default/clock', { set: '2025-02-30T00:00:00Z' }, '02-30'],
    [
      'vendor',
      'a vendor',
      '/sessions/default/records',
      { vendor: 'jira', target, records },
      'there is helpshift',
    ],
    [
      'target',
      'a ticket',
      '/sessions/default/records',
      { vendor: 'helpshift', target: { ...target, issue_id: '9' }, records },
      'expected a target such as',
    ],
  ];
  for (const [key, what, path, body, message] of wrong)
    it(`is told of with its key: ${key}, ${what}`, async () => {
      const { error, problems } = (await admin.post(path).send(body).expect(400)).body;
      expect(error).toMatch(new RegExp(`^${key}: `));
      expect(error).toContain(message);
      expect(error).not.toContain('in quotes');
      expect(problems).toEqual([{ path: key, message: error.slice(key.length + 2) }]);
    });
});

describe('a bug of ours', () => {
  it('is not taken for a mistake of who asks', async () => {
    const broken = Object.assign(Object.create(admin.simulator), {
      unattributed() {
        throw new RangeError('a loose screw');
      },
    });
    const { url, close } = await startAdmin(broken, { token: TOKEN });
    afterwards(close);
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { text } = await supertest(url)
      .get('/unattributed/journal')
      .auth(TOKEN, { type: 'bearer' })
      .expect(500)
      .expect('Content-Type', /^text\/plain/);
    expect(text).toBe('simulator bug: a loose screw\n');
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });
});
