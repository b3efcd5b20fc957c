import { describe, expect, it } from 'vitest';
import { administered } from '../testing/administered.js';
import { smallFixture } from '../testing/smallFixture.js';

const admin = await administered(smallFixture);
const path = '/v2/shop/issues/1/_audit_logs?page_size=1';

describe('the journal', () => {
  it('has what a session was asked, and what it answered', async () => {
    const { id, vendors } = (await admin.post('/sessions')).body;
    const { api_key } = vendors.helpshift.credentials[0];
    await admin.vendor.get(path).auth(api_key, '').expect(200);
    const { body, text } = await admin.get(`/sessions/${id}/journal`).expect(200);
    expect(body).toMatchObject({
      dropped: 0,
      entries: [{ n: 1, method: 'GET', target: path, status: 200, parameters: { page_size: '1' } }],
    });
    expect(text).not.toContain(api_key);
    expect(text).not.toContain(btoa(`${api_key}:`));
  });

  it('has what no session was asked in a place of its own', async () => {
    await admin.vendor.get(path).auth('nobodys', '').expect(401);
    const { entries } = (await admin.get('/unattributed/journal').expect(200)).body;
    expect(entries).toContainEqual(expect.objectContaining({ target: path, status: 401 }));
    expect((await admin.get('/sessions/default/journal')).body.entries).toEqual([]);
  });
});
