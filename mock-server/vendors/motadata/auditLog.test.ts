import { describe, expect, it } from 'vitest';
import { simulated } from '../../testing/simulated.js';

const path = '/api/v1/request/1/audit/search/byqual';
const key = 'demo/key+AuditRg@YXVkaXRyaWctZGVtbw==';
const ask = await simulated();

const post = (body?: string, to = path) =>
  ask
    .post(to)
    .set('Authorization', 'Bearer motadata-demo-token')
    .set('Content-Type', 'application/json')
    .send(body);

describe("Motadata's audit", () => {
  it('motadata/endpoint: answers POST with a bare array', async () => {
    const { body } = await post('{}').expect(200).expect('Content-Type', 'application/json');
    expect(body).toHaveLength(6);
  });

  it("motadata/newest-first: serves the page's entries in exactly the page's order", async () => {
    const { body } = await post('{}').expect(200);
    expect(body).toEqual([
      {
        auditString: 'Jerry has added Reply To Technician.',
        auditDate: 'Wed, Oct 08, 2025 01:07 pm',
      },
      {
        auditString: 'Jerry has changed Status from In Progress to Pending.',
        auditDate: 'Wed, Oct 08, 2025 01:06 pm',
      },
      {
        auditString: 'Jerry has added Reply To Technician.',
        auditDate: 'Wed, Oct 08, 2025 01:03 pm',
      },
      {
        auditString: 'Jerry has changed Status from Open to In Progress.',
        auditDate: 'Wed, Oct 08, 2025 01:02 pm',
      },
      { auditString: 'System has added Email Content.', auditDate: 'Wed, Oct 08, 2025 01:01 pm' },
      {
        auditString:
          'Request with ID as INC-1, Subject as "Test TICKET", Source as Email, Status as Open, Urgency as Low, Priority as Low, Impact as Low, for Requester "Jerry".',
        auditDate: 'Wed, Oct 08, 2025 01:01 pm',
      },
    ]);
  });

  it('motadata/record-fields: an entry is a sentence and a date, and nothing else', async () => {
    const { body } = await post('{}').expect(200);
    for (const entry of body) {
      expect(Object.keys(entry)).toEqual(['auditString', 'auditDate']);
      expect(Object.values(entry).map((value) => typeof value)).toEqual(['string', 'string']);
    }
  });

  it('motadata/body-object: an object with anything in it is a valid body', async () => {
    await post('{"qualDetails":{"quals":[]}}').expect(200);
  });

  for (const body of [undefined, '', '[]', 'null', '"{}"', '1', '{', '{}{}'])
    it(`motadata/body-object: the body ${body ?? '(none)'} is refused with 400`, async () => {
      const { body: answer } = await post(body).expect(400);
      expect(answer).toEqual({ code: '400', userMessage: expect.any(String), cause: null });
    });

  it('motadata/body-object: bytes that are not UTF-8 are refused with 400', async () => {
    const request = post(undefined);
    request.write(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]));
    await request.expect(400);
  });

  for (const id of ['INC-1', '1.5', '-1', 'x', '%20'])
    it(`motadata/request-id-integer: the id ${id} is refused with 400`, async () => {
      await post('{}', `/api/v1/request/${id}/audit/search/byqual`).expect(400);
    });

  it('motadata/refusal-not-found: a request that does not exist is refused with 404', async () => {
    const { body } = await post('{}', '/api/v1/request/2/audit/search/byqual').expect(404);
    expect(body.code).toBe('404');
  });
});

describe("Motadata's credentials", () => {
  const authorized = (authorization: string) =>
    ask.post(path).set('Authorization', authorization).send({});

  it('motadata/auth-api-key: takes the key as it is after the word Apikey', async () => {
    await authorized(`Apikey ${key}`).expect(200);
  });

  it('motadata/auth-api-key-encoded: takes the key percent-encoded, as the page shows it', async () => {
    await authorized(`Apikey ${encodeURIComponent(key)}`).expect(200);
  });

  it('motadata/auth-api-key-encoded: a key encoded twice is refused', async () => {
    await authorized(`Apikey ${encodeURIComponent(encodeURIComponent(key))}`).expect(401);
  });

  it('motadata/auth-bearer: takes a bearer token', async () => {
    await authorized('Bearer motadata-demo-token').expect(200);
  });

  it('motadata/refusal-unauthorized: no credential is refused with 401', async () => {
    const { body } = await ask.post(path).send({}).expect(401);
    expect(body).toEqual({ code: '401', userMessage: expect.any(String), cause: null });
  });

  for (const wrong of ['Bearer wrong', `Bearer ${key}`, 'Apikey motadata-demo-token', key])
    it(`motadata/refusal-unauthorized: "${wrong}" is refused with 401`, async () => {
      await authorized(wrong).expect(401);
    });

  it('motadata/refusal-order: a missing credential is refused before a bad id and a bad body', async () => {
    await ask.post('/api/v1/request/x/audit/search/byqual').send('nonsense').expect(401);
  });

  it('motadata/refusal-order: a bad body is refused before a missing request', async () => {
    await post('[]', '/api/v1/request/2/audit/search/byqual').expect(400);
  });
});
