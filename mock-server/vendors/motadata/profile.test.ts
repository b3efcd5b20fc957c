import { describe, expect, it } from 'vitest';
import { FixtureError } from '../../../fixtures/language/FixtureError.js';
import { simulated } from '../../testing/simulated.js';
import type { Profile } from './profile.js';

const auditDate = 'Wed, Dec 10, 2025 12:05 pm';
const records = [
  { auditString: 'Request with ID as INC-1.', auditDate: 'Wed, Dec 10, 2025 12:04 pm' },
  { auditString: 'Jerry has added Note.', auditDate },
  { auditString: 'Dana has changed Tag from a to <b> & "c".', auditDate },
  { visibleTo: 'technician', record: { auditString: 'Dana whispered.', auditDate } },
  { visibleTo: 'requester', record: { auditString: 'Jerry has added Reply.', auditDate } },
];
const [created, noted, tagged, whispered, replied] = records.map(
  (entry) => (entry.record ?? entry).auditString,
);
const newestFirst = [replied, tagged, noted, created];

const technician = 'Bearer technician';
const jerry = 'Bearer jerry';
const key = 'k/1+@==';
const path = '/api/v1/request/1/audit/search/byqual';
const pathOf = (id: string) => path.replace('1/a', `${id}/a`);

/** Asks a simulator with some switches turned, and an account with other settings if given. */
async function asking(profile: Partial<Profile>, settings: { version?: string } = {}) {
  const ask = await simulated({
    name: 'switched',
    motadata: {
      ...settings,
      profile,
      credentials: [
        { token: 'technician' },
        { token: 'jerry', requester: 'Jerry' },
        { api_key: key },
      ],
      requests: {
        '1': { records },
        '2': { requester: 'Jerry', records },
        '3': { requester: 'Mary', records },
      },
    },
  });
  return (body: object | string = {}, authorization = technician, to = path) =>
    ask
      .post(to)
      .set('Authorization', authorization)
      .set('Content-Type', 'application/json')
      .send(typeof body === 'string' ? body : JSON.stringify(body));
}

type Entry = { auditString: string; auditDate: string };
const sentences = ({ body }: { body: Entry[] }) => body.map(({ auditString }) => auditString);
const query = (text: string) => `${path}?${text}`;

describe("Motadata's endpoint", () => {
  it('motadata/double-slash: double-slash=accepted leads to the same place', async () => {
    const post = await asking({ 'double-slash': 'accepted' });
    expect(sentences(await post({}, technician, `/api/${path.slice(4)}`))).toEqual(newestFirst);
    expect((await post({}, technician, '/api//v1/nowhere').expect(404)).body.code).toBe('404');
  });

  it('motadata/double-slash: double-slash=refused leads nowhere', async () => {
    const post = await asking({ 'double-slash': 'refused' });
    await post({}, technician, `/api/${path.slice(4)}`).expect(404);
    await post().expect(200);
  });

  for (const version of ['8.4.1', '8.4.10', '8.4.1.1', '8.5', '8.10.0', '10.0'])
    it(`motadata/available-from: version ${version} has it`, async () => {
      await (await asking({}, { version }))().expect(200);
    });

  for (const version of ['8.4.0', '8.4', '8.3.9', '7.9.9', '8.4.0.9'])
    it(`motadata/available-from: version ${version} has it not`, async () => {
      await (await asking({}, { version }))().expect(404);
    });

  for (const status of [404, 400] as const)
    it(`motadata/old-version: old-version=${status} is the status`, async () => {
      const post = await asking({ 'old-version': status }, { version: '8.4.0' });
      const { body } = await post().expect(status);
      expect(body.code).toBe(String(status));
    });

  it('motadata/audit-trail-setting: audit-trail=on answers', async () => {
    const post = await asking({ 'audit-trail': 'on', 'audit-trail-off': 400 });
    expect(sentences(await post().expect(200))).toEqual(newestFirst);
  });

  it('motadata/audit-trail-setting: audit-trail=off refuses everyone, and a wrong credential first', async () => {
    const post = await asking({ 'audit-trail': 'off' });
    await post({}, technician).expect(403);
    await post({}, jerry).expect(403);
    await post({}, 'Bearer wrong').expect(401);
  });

  for (const status of [403, 400, 404] as const)
    it(`motadata/audit-trail-off: audit-trail-off=${status} is the status`, async () => {
      const post = await asking({ 'audit-trail': 'off', 'audit-trail-off': status });
      const { body } = await post().expect(status);
      expect(body.code).toBe(String(status));
    });

  it('motadata/audit-trail-off: audit-trail-off=empty looks like no audit', async () => {
    const post = await asking({ 'audit-trail': 'off', 'audit-trail-off': 'empty' });
    expect((await post().expect(200)).body).toEqual([]);
    await post({}, technician, pathOf('9')).expect(404);
  });
});

describe('who sees what', () => {
  it('motadata/technician-entries: technician-entries=hidden shows them to nobody', async () => {
    const post = await asking({ 'technician-entries': 'hidden' });
    for (const who of [technician, jerry])
      expect(sentences(await post({}, who).expect(200))).toEqual(newestFirst);
  });

  it('motadata/technician-entries: technician-entries=shown shows them to technicians, not to a requester', async () => {
    const post = await asking({ 'technician-entries': 'shown' });
    expect(sentences(await post({}, technician))).toEqual([
      replied,
      whispered,
      tagged,
      noted,
      created,
    ]);
    expect(sentences(await post({}, jerry))).toEqual(newestFirst);
  });

  it("motadata/own-requests: a requester reads their own and nobody's, a technician all", async () => {
    const post = await asking({});
    for (const id of ['1', '2']) await post({}, jerry, pathOf(id)).expect(200);
    for (const id of ['1', '2', '3']) await post({}, technician, pathOf(id)).expect(200);
  });

  it('motadata/others-requests: others-requests=403 is the status', async () => {
    const post = await asking({ 'others-requests': 403 });
    const { body } = await post({}, jerry, pathOf('3')).expect(403);
    expect(body.code).toBe('403');
  });

  it('motadata/others-requests: others-requests=404 answers as if there were none', async () => {
    const post = await asking({ 'others-requests': 404 });
    const { body: anothers } = await post({}, jerry, pathOf('3')).expect(404);
    const { body: nobodys } = await post({}, jerry, pathOf('9')).expect(404);
    expect(anothers).toEqual({ ...nobodys, userMessage: nobodys.userMessage.replace('9', '3') });
    // Nor does a request that is wrong as well tell one from the other.
    for (const id of ['3', '9']) await post([], jerry, pathOf(id)).expect(400);
  });

  it('motadata/others-requests: others-requests=readable serves it', async () => {
    const post = await asking({ 'others-requests': 'readable' });
    expect(sentences(await post({}, jerry, pathOf('3')).expect(200))).toEqual(newestFirst);
  });
});

describe("Motadata's credentials", () => {
  const raw = `Apikey ${key}`;
  const encoded = `Apikey ${encodeURIComponent(key)}`;

  it('motadata/api-key-form: api-key-form=both takes a key in both', async () => {
    const post = await asking({ 'api-key-form': 'both' });
    for (const sent of [raw, encoded, encoded.replaceAll('%2F', '%2f')])
      await post({}, sent).expect(200);
  });

  it('motadata/api-key-form: api-key-form=raw refuses an encoded key', async () => {
    const post = await asking({ 'api-key-form': 'raw' });
    await post({}, raw).expect(200);
    await post({}, encoded).expect(401);
  });

  it('motadata/api-key-form: api-key-form=encoded refuses a key as it is', async () => {
    const post = await asking({ 'api-key-form': 'encoded' });
    await post({}, raw).expect(401);
    await post({}, encoded).expect(200);
    await post({}, encoded.replace('%2F', '/')).expect(401);
  });

  it('motadata/api-key-bare: bare-api-key=refused wants the word', async () => {
    const post = await asking({ 'bare-api-key': 'refused' });
    await post({}, key).expect(401);
    await post({}, raw).expect(200);
  });

  it('motadata/api-key-bare: bare-api-key=accepted takes the key alone, too', async () => {
    const post = await asking({ 'bare-api-key': 'accepted' });
    for (const sent of [key, encodeURIComponent(key), raw, encoded, technician])
      await post({}, sent).expect(200);
    for (const wrong of ['', 'technician', 'Apikey', 'wrong']) await post({}, wrong).expect(401);
  });

  it('motadata/unauthorized-body: unauthorized-body=coded is as of other errors', async () => {
    const post = await asking({ 'unauthorized-body': 'coded' });
    const { body } = await post({}, 'Bearer wrong').expect(401);
    expect(body).toEqual({ code: '401', userMessage: expect.any(String), cause: null });
  });

  it('motadata/unauthorized-body: unauthorized-body=oauth is as of OAuth, for 401 alone', async () => {
    const post = await asking({ 'unauthorized-body': 'oauth' });
    for (const wrong of ['Bearer wrong', ''])
      expect((await post({}, wrong).expect(401)).body).toEqual({
        error: 'invalid_token',
        error_description: expect.any(String),
      });
    expect((await post({}, technician, pathOf('9')).expect(404)).body.code).toBe('404');
  });
});

/** A body with a filter. */
const filter = (...quals: unknown[]) => ({
  qualDetails: { type: 'FlatQualificationRest', quals },
});
const qual = (operator: unknown, value: unknown) => ({
  type: 'RelationalQualificationRest',
  leftOperand: { type: 'PropertyOperandRest', key: 'auditString' },
  operator,
  rightOperand: { type: 'ValueOperandRest', value: { type: 'StringValueRest', value } },
});

describe("Motadata's body", () => {
  it('motadata/body-extra-keys: extra-body-keys=ignored does nothing with them', async () => {
    const post = await asking({ 'extra-body-keys': 'ignored' });
    expect(sentences(await post({ size: 1 }).expect(200))).toEqual(newestFirst);
  });

  it('motadata/body-extra-keys: extra-body-keys=refused is 400', async () => {
    const post = await asking({ 'extra-body-keys': 'refused' });
    await post({ size: 1 }).expect(400);
    await post({}).expect(200);
    await post(filter(qual('Equal', created))).expect(200);
  });

  it('motadata/content-type: content-type=any takes any', async () => {
    const post = await asking({ 'content-type': 'any' });
    await post().set('Content-Type', 'text/plain').expect(200);
    await post().unset('Content-Type').expect(200);
  });

  it('motadata/content-type: content-type=json refuses others with 415', async () => {
    const post = await asking({ 'content-type': 'json' });
    await post().set('Content-Type', 'text/plain').expect(415);
    await post().set('Content-Type', 'application/json-seq').expect(415);
    await post().unset('Content-Type').expect(415);
    await post().set('Content-Type', 'Application/JSON; charset=utf-8').expect(200);
  });

  it('motadata/qual-details: qual-details=ignored serves all', async () => {
    const post = await asking({ 'qual-details': 'ignored' });
    expect(sentences(await post(filter(qual('Equal', created))))).toEqual(newestFirst);
    await post({ qualDetails: 'nonsense' }).expect(200);
  });

  it('motadata/qual-details: qual-details=honoured serves what passes', async () => {
    const post = await asking({ 'qual-details': 'honoured' });
    const served = async (...quals: unknown[]) =>
      sentences(await post(filter(...quals)).expect(200));
    expect(await served(qual('Contains', 'Jerry'))).toEqual([replied, noted]);
    expect(await served(qual('Equal', noted))).toEqual([noted]);
    expect(await served(qual('Equal', 'Jerry'))).toEqual([]);
    expect(await served(qual('Contains', 'jerry'))).toEqual([]);
    expect(await served()).toEqual(newestFirst);
    expect(sentences(await post({}).expect(200))).toEqual(newestFirst);
  });

  it('motadata/qual-details: qual-details=refused is 400', async () => {
    const post = await asking({ 'qual-details': 'refused' });
    await post(filter()).expect(400);
    await post({ qualDetails: null }).expect(400);
    await post({}).expect(200);
  });

  it('motadata/qual-grammar: all must hold, and operators are written in any case', async () => {
    const post = await asking({ 'qual-details': 'honoured' });
    const both = filter(qual('CONTAINS', 'Jerry'), qual('contains', 'Note'));
    expect(sentences(await post(both).expect(200))).toEqual([noted]);
    expect(sentences(await post(filter(qual('equal', created))))).toEqual([created]);
  });

  const right = qual('Equal', created);
  const wrong: [string, unknown][] = [
    ['null', null],
    ['a text', 'nonsense'],
    ['a list', []],
    ['no type', { quals: [] }],
    ['no quals', { type: 'FlatQualificationRest' }],
    ['one more key', { ...filter().qualDetails, op: 'and' }],
    ['a null in quals', filter(null).qualDetails],
    ['a text in quals', filter('nonsense').qualDetails],
    ['another operator', filter(qual('in', 'a')).qualDetails],
    ['an operator in a list', filter(qual(['equal'], 'a')).qualDetails],
    ['a number', filter(qual('Equal', 1)).qualDetails],
    ['no value', filter(qual('Equal', undefined)).qualDetails],
    ['null operands', filter({ ...right, rightOperand: null }).qualDetails],
    ['a null value', filter({ ...right, rightOperand: { value: null } }).qualDetails],
    ['another property', filter({ ...right, leftOperand: { key: 'auditDate' } }).qualDetails],
    ['one right, one wrong', filter(right, qual('in', 'a')).qualDetails],
  ];
  for (const [what, qualDetails] of wrong)
    it(`motadata/qual-grammar: ${what} is refused with 400`, async () => {
      await (await asking({ 'qual-details': 'honoured' }))({ qualDetails }).expect(400);
    });
});

describe("Motadata's parameters", () => {
  it('motadata/paging: paging=ignored serves all on every page', async () => {
    const post = await asking({ paging: 'ignored' });
    for (const page of ['offset=0&size=1', 'offset=99&size=1'])
      expect(sentences(await post({}, technician, query(page)))).toEqual(newestFirst);
  });

  it('motadata/paging: paging=honoured serves a page', async () => {
    const post = await asking({ paging: 'honoured' });
    const page = async (text: string) =>
      sentences(await post({}, technician, query(text)).expect(200));
    expect(await page('offset=1&size=2')).toEqual(newestFirst.slice(1, 3));
    expect(await page('offset=3&size=25')).toEqual([created]);
    expect(await page('offset=4')).toEqual([]);
    expect(await page(`offset=${'9'.repeat(400)}&size=${'9'.repeat(400)}`)).toEqual([]);
    expect(await page('size=1')).toEqual([replied]);
    for (const bad of ['offset=-1', 'offset=a', 'offset=1.5', 'size=0', 'size=-1', 'size=', 'size'])
      expect(await page(bad)).toEqual(newestFirst);
  });

  it('motadata/paging: paging=refused is 400', async () => {
    const post = await asking({ paging: 'refused' });
    for (const page of ['offset=0', 'size=25']) await post({}, technician, query(page)).expect(400);
    await post({}, technician, query('sort_by=createdTime')).expect(200);
  });

  it('motadata/parameter-repeated: repeated-parameter=last takes the last', async () => {
    const post = await asking({ paging: 'honoured', 'repeated-parameter': 'last' });
    expect((await post({}, technician, query('size=1&size=2'))).body).toHaveLength(2);
  });

  it('motadata/parameter-repeated: repeated-parameter=first takes the first', async () => {
    const post = await asking({ paging: 'honoured', 'repeated-parameter': 'first' });
    expect((await post({}, technician, query('size=1&size=2'))).body).toHaveLength(1);
  });

  it('motadata/parameter-unknown: unknown-parameter=ignored does nothing with it', async () => {
    const post = await asking({ 'unknown-parameter': 'ignored' });
    expect(sentences(await post({}, technician, query('sort_by=x')))).toEqual(newestFirst);
  });

  it('motadata/parameter-unknown: unknown-parameter=refused is 400', async () => {
    const post = await asking({ 'unknown-parameter': 'refused' });
    await post({}, technician, query('sort_by=x')).expect(400);
  });
});

describe("Motadata's answer", () => {
  it('motadata/envelope: envelope=bare answers the list alone', async () => {
    expect((await (await asking({ envelope: 'bare' }))()).body).toHaveLength(4);
  });

  it('motadata/envelope: envelope=object-list has the list and a total of all pages', async () => {
    const post = await asking({ envelope: 'object-list', paging: 'honoured' });
    const { body } = await post({}, technician, query('size=1')).expect(200);
    expect(Object.keys(body)).toEqual(['objectList', 'totalCount']);
    expect([sentences({ body: body.objectList }), body.totalCount]).toEqual([[replied], 4]);
  });

  it('motadata/max-entries: max-entries=0 has no limit', async () => {
    expect((await (await asking({ 'max-entries': 0 }))()).body).toHaveLength(4);
  });

  it('motadata/max-entries: max-entries=2 serves at most so many, however many are asked for', async () => {
    const post = await asking({ 'max-entries': 2, paging: 'honoured' });
    expect(sentences(await post())).toEqual([replied, tagged]);
    expect(sentences(await post({}, technician, query('offset=2&size=9')))).toEqual([
      noted,
      created,
    ]);
    expect(sentences(await post({}, technician, query('size=1')))).toEqual([replied]);
  });

  it('motadata/order: order=newest-first begins with the newest', async () => {
    for (const sameMinute of ['newest-first', 'oldest-first'] as const) {
      const post = await asking({ order: 'newest-first', 'same-minute': sameMinute });
      expect(sentences(await post()).at(-1)).toBe(created);
    }
  });

  it('motadata/order: order=oldest-first begins with the oldest', async () => {
    for (const sameMinute of ['newest-first', 'oldest-first'] as const) {
      const post = await asking({ order: 'oldest-first', 'same-minute': sameMinute });
      expect(sentences(await post())[0]).toBe(created);
    }
  });

  const ofOneTime = [noted, tagged, replied];

  it('motadata/same-minute: same-minute=newest-first begins with the newest of one time', async () => {
    const served = async (order: Profile['order']) =>
      sentences(await (await asking({ order, 'same-minute': 'newest-first' }))());
    expect(await served('newest-first')).toEqual([...ofOneTime.toReversed(), created]);
    expect(await served('oldest-first')).toEqual([created, ...ofOneTime.toReversed()]);
  });

  it('motadata/same-minute: same-minute=oldest-first begins with the oldest of one time', async () => {
    const served = async (order: Profile['order']) =>
      sentences(await (await asking({ order, 'same-minute': 'oldest-first' }))());
    expect(await served('newest-first')).toEqual([...ofOneTime, created]);
    expect(await served('oldest-first')).toEqual([created, ...ofOneTime]);
  });

  for (const [sameMinute, expected] of [
    ['newest-first', ['b', 'a']],
    ['oldest-first', ['a', 'b']],
  ] as const)
    it(`motadata/same-minute: same-minute=${sameMinute} goes by the minute that is written, not by the second`, async () => {
      const framed = (at: string, auditString: string) => ({ at, record: { auditString } });
      const ask = await simulated({
        name: 'seconds',
        motadata: {
          profile: { 'same-minute': sameMinute },
          credentials: [{ token: 't' }],
          requests: {
            '1': {
              records: [framed('2025-10-08T07:31:00Z', 'a'), framed('2025-10-08T07:31:40Z', 'b')],
            },
          },
        },
      });
      const { body } = await ask
        .post('/api/v1/request/1/audit/search/byqual')
        .set('Authorization', 'Bearer t')
        .send({})
        .expect(200);
      expect(sentences({ body })).toEqual(expected);
    });

  it('motadata/sentences: vocabulary=open lets a fixture have any sentence', async () => {
    const post = await asking({ vocabulary: 'open', 'technician-entries': 'shown' });
    expect(sentences(await post())).toContain('Dana whispered.');
  });

  it('motadata/sentences: vocabulary=published refuses a fixture with another form', async () => {
    await expect(asking({ vocabulary: 'published' })).rejects.toThrow(FixtureError);
    await expect(asking({ vocabulary: 'published' })).rejects.toThrow(
      /records\[3\]\.record\.auditString: expected what the vendor has published .* found "Dana whispered\."/,
    );
  });

  it('motadata/html-entities: html-entities=raw leaves the characters', async () => {
    expect(sentences(await (await asking({ 'html-entities': 'raw' }))())[1]).toBe(
      'Dana has changed Tag from a to <b> & "c".',
    );
  });

  it('motadata/html-entities: html-entities=escaped writes entities, each once', async () => {
    expect(sentences(await (await asking({ 'html-entities': 'escaped' }))())[1]).toBe(
      'Dana has changed Tag from a to &lt;b&gt; &amp; &quot;c&quot;.',
    );
  });

  it('motadata/language: language=en has English names', async () => {
    expect((await (await asking({ language: 'en' }))()).body[0].auditDate).toBe(auditDate);
  });

  it('motadata/language: language=de has German names', async () => {
    expect((await (await asking({ language: 'de' }))()).body[0].auditDate).toBe(
      'Mi., Dez. 10, 2025 12:05 nachm.',
    );
  });
});

describe("Motadata's presets", () => {
  it('documented is what no profile is', async () => {
    const [documented, none] = [await asking({ preset: 'documented' }), await asking({})];
    expect((await documented()).body).toEqual((await none()).body);
  });

  it('sibling-style has an envelope, pages and filters', async () => {
    const post = await asking({ preset: 'sibling-style' });
    const body = filter(qual('Contains', 'Jerry'));
    const answer = await post(body, technician, query('offset=1&size=1')).expect(200);
    expect(answer.body).toEqual({
      objectList: [{ auditString: noted, auditDate }],
      totalCount: 2,
    });
  });

  it('strict refuses what the page does not show', async () => {
    const post = await asking({ preset: 'strict' });
    await post().expect(200);
    await post({}, `Apikey ${encodeURIComponent(key)}`).expect(200);
    await post({}, `Apikey ${key}`).expect(401);
    await post({}, technician, `/api/${path.slice(4)}`).expect(404);
    await post().set('Content-Type', 'text/plain').expect(415);
    for (const body of [{ size: 1 }, filter()]) await post(body).expect(400);
    for (const text of ['offset=0', 'sort_by=x'])
      await post({}, technician, query(text)).expect(400);
  });

  it('lenient takes bare keys and lets everyone read', async () => {
    const post = await asking({ preset: 'lenient' });
    expect(sentences(await post({}, key).expect(200))).toContain(whispered);
    await post({}, jerry, pathOf('3')).expect(200);
  });

  it('trail-off refuses with 403, and single switches go over it', async () => {
    await (await asking({ preset: 'trail-off' }))().expect(403);
    await (await asking({ preset: 'trail-off', 'audit-trail-off': 404 }))().expect(404);
    await (await asking({ preset: 'trail-off', 'audit-trail': 'on' }))().expect(200);
  });
});
