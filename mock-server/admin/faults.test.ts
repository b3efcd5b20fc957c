import { describe, expect, it } from 'vitest';
import { administered } from '../testing/administered.js';

const { get, post, put, vendor } = await administered();
const log = '/v2/amazon/issues/3423/_audit_logs';

async function opened(body = {}) {
  const { body: session } = await post('/sessions').send(body).expect(201);
  const { api_key } = session.vendors.helpshift.credentials[0];
  return { path: `/sessions/${session.id}/faults`, read: () => vendor.get(log).auth(api_key, '') };
}

const twice = { when: { vendor: 'helpshift', nth: '1..2' }, do: { status: 503 } };

describe('the faults of a session', () => {
  it('are given when it is opened, and told with how often they happened', async () => {
    const { path, read } = await opened({ faults: [{ name: 'gateway', ...twice }] });
    await read().expect(503);
    await get(path).expect(200, { faults: [{ name: 'gateway', ...twice, fired: 1 }] });
  });

  it('are set in the place of others, and none of them has happened yet', async () => {
    const { path, read } = await opened({ faults: [twice] });
    await read().expect(503);
    const { body } = await put(path).send({ faults: [twice] });
    expect(body).toEqual({ faults: [{ ...twice, name: 'status', fired: 0 }] });
    await read().expect(503);
    await put(path).send({ faults: [] }).expect(200, { faults: [] });
    await read().expect(200);
  });

  it('are refused with the place of what is wrong, and the old ones stay', async () => {
    const { path, read } = await opened({ faults: [twice] });
    const { body } = await put(path)
      .send({ faults: [{ do: 'rest' }] })
      .expect(400);
    expect(body.error).toMatch(/^faults\[0\]\.do: expected one of .*; did you mean reset\?$/);
    await put(path).send({}).expect(400);
    await read().expect(503);
  });

  it('are refused where the vendor cannot have them', async () => {
    const faults = [{ when: { vendor: 'helpshift' }, do: 'endToken' }];
    const { body } = await post('/sessions').send({ faults }).expect(400);
    expect(body.error).toBe('faults[0].do: helpshift has keys, not tokens; did you mean revoke?');
  });

  it('are named in the journal', async () => {
    const { path, read } = await opened({ faults: [twice] });
    await read().expect(503);
    const { body } = await get(path.replace('faults', 'journal'));
    expect(body.entries).toMatchObject([{ fault: 'status', status: 503 }]);
  });
});
