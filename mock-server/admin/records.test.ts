import { describe, expect, it } from 'vitest';
import { administered } from '../testing/administered.js';
import { smallFixture } from '../testing/smallFixture.js';

const admin = await administered(smallFixture);

const record = { action_taken_at: 1743402600000, action: 'resolve', actor: { roles: [] } };
const wanted = {
  vendor: 'helpshift',
  target: { domain: 'shop', issue_id: '1' },
  records: [record],
};

/** A new session, to which records may be added, and what its client sees. */
async function session() {
  const { id, vendors } = (await admin.post('/sessions').expect(201)).body;
  return {
    append: (body: object) => admin.post(`/sessions/${id}/records`).send(body),
    async seen() {
      const [{ api_key }] = vendors.helpshift.credentials;
      const { body } = await admin.vendor.get('/v2/shop/issues/1/_audit_logs').auth(api_key, '');
      return body.audit_logs;
    },
  };
}

describe('appended records', () => {
  it('are served in their place, in this session only', async () => {
    const { append, seen } = await session();
    const other = await session();
    expect((await append(wanted).expect(200)).body).toEqual({ appended: 1 });
    expect(await seen()).toEqual([record, expect.objectContaining({ action: 'create-issue' })]);
    expect(await other.seen()).toHaveLength(1);
  });

  it('get a note where their times are of another unit than the trail’s', async () => {
    const { append } = await session();
    const seconds = { ...record, action_taken_at: 1743402600 };
    const { body } = await append({ ...wanted, records: [record, seconds] }).expect(200);
    expect(body).toEqual({
      appended: 2,
      notes: [
        expect.stringMatching(
          /^1 record older than all of the trail, which begins at 2025-03-31T.*Z: records\[1\] is of 1970-01-21T04:16:42\.600Z$/,
        ),
      ],
    });
  });

  it('are none where one of them is wrong, which is told with its place', async () => {
    const { append, seen } = await session();
    const { acton, ...rest } = { acton: 'x', ...record };
    const { body } = await append({ ...wanted, records: [record, { ...rest, acton }] }).expect(400);
    expect(body.problems).toEqual([
      {
        path: 'records[1].acton',
        message: expect.stringContaining('unknown key "acton"; did you mean action?'),
      },
    ]);
    expect(await seen()).toHaveLength(1);
  });

  it('may stand in frames, and come late', async () => {
    const { append, seen } = await session();
    const { action_taken_at: _, ...dateless } = record;
    const late = { at: '2025-03-31T06:29:00Z', visibleAfter: 'PT1H', record: dateless };
    await append({ ...wanted, records: [late] }).expect(200);
    expect(await seen()).toHaveLength(1);
  });

  const wrong: [string, object, string][] = [
    ['no target', { target: undefined }, 'expected vendor, target and records; target is missing'],
    [
      'no records',
      { records: [] },
      'records: expected a list of at least one record, found an empty list',
    ],
    ['a text', { records: ['x'] }, 'records[0]: expected a record, found "x"'],
    ["a vendor that isn't there", { vendor: 'motadata' }, 'no vendor "motadata"'],
    ["a ticket that isn't there", { target: { domain: 'shop', issue_id: '2' } }, '2'],
    ["half a ticket's names", { target: { domain: 'shop' } }, 'issue_id'],
    ['a number for a name', { target: { domain: 'shop', issue_id: 1 } }, 'target.issue_id'],
    [
      'a file',
      { records: { from: 'x.ndjson' } },
      'records: expected a list of at least one record',
    ],
  ];
  for (const [what, part, message] of wrong)
    it(`are refused with ${what}`, async () => {
      const { append, seen } = await session();
      const { body } = await append({ ...wanted, ...part }).expect(400);
      expect(body.error).toContain(message);
      expect(await seen()).toHaveLength(1);
    });

  it('are at most so many', async () => {
    const { append } = await session();
    const records = Array(9000).fill(record);
    await append({ ...wanted, records }).expect(200);
    const { body } = await append({ ...wanted, records }).expect(409);
    expect(body.error).toMatch(/^expected at most 10000 records/);
  });
});
