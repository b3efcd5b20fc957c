import { describe, expect, it } from 'vitest';
import { administered } from '../testing/administered.js';
import { smallFixture } from '../testing/smallFixture.js';

const admin = await administered(smallFixture);

/** A new session, its key, and whether keys are good. */
async function session() {
  const { id, vendors } = (await admin.post('/sessions').expect(201)).body;
  const { api_key } = vendors.helpshift.credentials[0];
  const change = (body: object, vendor = 'helpshift') =>
    admin.post(`/sessions/${id}/credentials`).send({ vendor, ...body });
  const status = async (key: string) =>
    (await admin.vendor.get('/v2/shop/issues/1/_audit_logs').auth(key, '')).status;
  return { key: api_key as string, change, status, vendors };
}

describe("a session's credentials", () => {
  it('can be revoked', async () => {
    const { key, change, status } = await session();
    const { body } = await change({ revoke: 'collector' }).expect(200);
    expect(body).toEqual({ credentials: [] });
    expect(await status(key)).toBe(401);
    expect(await status('small-key')).toBe(200);
  });

  it('can be rotated to made-up secrets', async () => {
    const { key, change, status } = await session();
    const [{ api_key }] = (await change({ rotate: 'collector' }).expect(200)).body.credentials;
    expect([await status(key), await status(api_key)]).toEqual([401, 200]);
  });

  it('can be rotated to given secrets', async () => {
    const { change, status } = await session();
    const secrets = { api_key: 'given-key' };
    const { body } = await change({ rotate: 'collector', secrets }).expect(200);
    expect(body.credentials).toEqual([{ name: 'collector', domain: 'shop', api_key: 'given-key' }]);
    expect(await status('given-key')).toBe(200);
  });

  it('can be added', async () => {
    const { key, change, status } = await session();
    const add = { name: 'second', api_key: 'added-key', domain: 'shop' };
    const { body } = await change({ add }).expect(200);
    expect(body.credentials).toHaveLength(2);
    expect([await status(key), await status('added-key')]).toEqual([200, 200]);
  });

  it('can have their tokens ended', async () => {
    const { change, vendors } = await session();
    const [{ client_id, client_secret }] = vendors.opsramp.credentials;
    const token = async () =>
      (
        await admin.vendor
          .post('/auth/oauth/token')
          .type('form')
          .send({ grant_type: 'client_credentials', client_id, client_secret })
          .expect(200)
      ).body.access_token;
    const first = await token();
    expect(await token()).toBe(first);
    await change({ endTokens: 'collector' }, 'opsramp').expect(200);
    expect(await token()).not.toBe(first);
  });

  const expected = 'expected vendor, and one of revoke, rotate, add and endTokens';
  const wrong: [string, object, string][] = [
    ['nothing', {}, `${expected}, found a mapping of vendor`],
    ['two changes', { revoke: 'collector', rotate: 'collector' }, `${expected}, found`],
    [
      'secrets without a rotation',
      { revoke: 'collector', secrets: { api_key: 'x' } },
      'expected vendor, rotate and secrets; rotate is missing',
    ],
    ['a name that there is not', { revoke: 'colector' }, 'no credential is named "colector"'],
    ['a secret that is none', { rotate: 'collector', secrets: { token: 'x' } }, 'api_key'],
    ['a wrong credential', { add: { api_kee: 'x' } }, 'add.api_kee: unknown key "api_kee"'],
    ['a number', { revoke: 1 }, "revoke: expected a credential's name, found 1"],
  ];
  for (const [what, body, message] of wrong)
    it(`are not changed by ${what}`, async () => {
      const { key, change, status } = await session();
      const told = (await change(body).expect(400)).body;
      expect(told.error).toContain(message);
      expect(told.problems?.length ?? 1).toBe(1);
      expect(await status(key)).toBe(200);
    });

  it("are not changed to another session's", async () => {
    const { key, change, status } = await session();
    const { body } = await change({ add: { api_key: 'small-key' } }).expect(409);
    expect(body.error).toContain('expected a secret of its own');
    expect([await status(key), await status('small-key')]).toEqual([200, 200]);
  });

  it('are not told of where they are wrong', async () => {
    const { change } = await session();
    const { text } = await change({ add: { api_key: 'my own secret' } }).expect(400);
    expect(text).not.toContain('my own');
    const secrets = { api_key: 'my own secret' };
    expect((await change({ rotate: 'collector', secrets }).expect(400)).text).not.toContain(
      'my own',
    );
  });
});
