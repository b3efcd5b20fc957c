import fc from 'fast-check';
import supertest from 'supertest';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DeliveryVerdict, SimulatorSession } from '../Simulator.js';
import { startSimulator } from '../startSimulator.js';
import { vendors } from '../vendors/index.js';

const target = { request_id: '1' };
const path = '/api/v1/request/1/audit/search/byqual';

interface Read {
  records: Record<string, unknown>[];
  session: SimulatorSession;
  /** The verdict on what is said to be delivered. */
  deliver(
    ...delivered: ({ records: readonly unknown[] } | { lines: readonly string[] })[]
  ): DeliveryVerdict | undefined;
}

/** A session whose client has read all of a generated trail. */
async function read(generate: object = { records: 6 }): Promise<Read> {
  const fixture = {
    name: 'delivered',
    now: '2025-05-01T00:00:00Z',
    motadata: { credentials: [{ token: 't' }], requests: { '1': { generate } } },
  };
  const simulator = await startSimulator(vendors, { fixture });
  onTestFinished(() => simulator.close());
  const session = await simulator.sessions.open();
  const { token } = session.vendors.motadata?.credentials[0] ?? {};
  const { body } = await supertest(simulator.url)
    .post(path)
    .set('Authorization', `Bearer ${token}`)
    .send({})
    .expect(200);
  return {
    records: body,
    session,
    deliver(...delivered) {
      for (const one of delivered) session.received('motadata', target, one);
      return session.completeness({ vendor: 'motadata', target }).delivered;
    },
  };
}

const clean = { missing: 0, repeated: 0, invented: 0, altered: 0, faithful: true };

describe('what a client delivers', () => {
  it('is faithful where it is all that it got, in any order of keys', async () => {
    const { records, deliver } = await read();
    const turned = records.map((record) => Object.fromEntries(Object.entries(record).reverse()));
    expect(deliver({ records: turned })).toMatchObject({
      ...clean,
      ...{ received: 6, order: 'descending' },
    });
  });

  it('may be told in several parts', async () => {
    const { records, deliver } = await read();
    const parts = [{ records: records.slice(0, 2) }, { records: records.slice(2) }];
    expect(deliver(...parts)).toMatchObject(clean);
  });

  it('is faithful in lines of any shape, which are recognised by their markers', async () => {
    const { records, deliver } = await read();
    const lines = records.toReversed().map(({ auditString }) => `<li>${auditString}</li>`);
    expect(deliver({ lines })).toMatchObject({ ...clean, order: 'ascending' });
  });

  it('lacks what was served and lost', async () => {
    const { records, deliver } = await read();
    const verdict = deliver({ records: records.filter((_, i) => i !== 2) });
    expect(verdict).toMatchObject({
      ...{ missing: 1, faithful: false, missingBecause: { 'lost-by-client': 1 } },
      missingEvents: [{ between: [1], says: 'it was served and not delivered (answer 1)' }],
    });
  });

  it('is told what it delivered twice, and what nobody ever did', async () => {
    const { records, deliver } = await read();
    const invented = { auditString: 'nothing of the kind', auditDate: 'never' };
    const verdict = deliver({ records: [...records, records[3], invented] });
    expect(verdict).toMatchObject({ repeated: 1, invented: 1, inventedAt: [7], altered: 0 });
    expect(verdict?.repeatedEvents[0]).toMatchObject({ times: 2 });
  });

  it('is told which part of a record it altered', async () => {
    const { records, deliver } = await read();
    const altered = records.map((record, i) =>
      i === 1 ? { ...record, auditString: `${record.auditString} ` } : record,
    );
    expect(deliver({ records: altered })).toMatchObject({
      ...{ altered: 1, missing: 0, invented: 0, faithful: false },
      alteredAt: [{ at: 1, path: 'auditString' }],
    });
  });

  it('is known though its marker is lost, by its time', async () => {
    const { records, deliver } = await read();
    const bare = records.map((record, i) => (i === 0 ? { ...record, auditString: '' } : record));
    expect(deliver({ records: bare })).toMatchObject({ altered: 1, missing: 0, invented: 0 });
  });

  it('takes nobody for another of its time, whatever comes first', async () => {
    const { records, deliver } = await read({ records: 6, ties: { count: 2 } });
    const time = records
      .map(({ auditDate }) => auditDate)
      .find((one, i, all) => all.indexOf(one) < i);
    const [one, another] = records.flatMap(({ auditDate }, i) => (auditDate === time ? [i] : []));
    const [a, b] = [one as number, another as number];
    const turned = [...records];
    turned[a] = { ...records[b], auditString: 'unlike any' };
    turned[b] = records[a] as (typeof records)[0];
    expect(deliver({ records: turned })).toMatchObject({ missing: 0, repeated: 0, altered: 1 });
  });

  it('is not held against other events than it is asked of', async () => {
    const { records, session } = await read();
    const altered = { ...records.at(-1), auditString: 'unlike any' };
    session.received('motadata', target, { records: [...records.slice(0, -1), altered] });
    const [, { time: since }] = records.map(({ auditDate }) => ({
      time: new Date(`${String(auditDate).slice(5)} UTC`).toISOString(),
    })) as [unknown, { time: string }];
    const { events, delivered } = session.completeness({ vendor: 'motadata', target, since });
    expect(events).toBe(2);
    expect(delivered).toMatchObject({ ...clean, received: 6, order: 'descending' });
  });

  it('is forgotten once the session is reset', async () => {
    const { records, session, deliver } = await read();
    session.received('motadata', target, { records });
    session.reset();
    expect(deliver()).toBeUndefined();
    expect(session.received('motadata', target, { records })).toBe(6);
  });

  it('is told anew', async () => {
    const { records, session, deliver } = await read();
    expect(session.received('motadata', target, { records })).toBe(6);
    expect(session.received('motadata', target, { records })).toBe(12);
    expect(session.received('motadata', target, { records, anew: true })).toBe(6);
    expect(deliver()).toMatchObject(clean);
  });

  it('is not judged in lines of any shape where events have no markers', async () => {
    const { records, deliver } = await read({ records: 6, marker: false });
    expect(deliver({ lines: records.map((one) => JSON.stringify(one)) })).toMatchObject({
      ...clean,
      judged: true,
    });
    expect(deliver({ lines: ['something'] })).toMatchObject({
      ...{ judged: false, faithful: false },
      because: expect.stringContaining('tell records instead'),
    });
  });

  it('is not judged where several events stand in a line', async () => {
    const { records, deliver } = await read();
    expect(deliver({ lines: [JSON.stringify({ list: records })] })).toMatchObject({
      judged: false,
      because: 'a line has the markers of several events; tell each in a line of its own',
    });
  });

  it('may have lines that name an event which another line is', async () => {
    const { records, deliver } = await read();
    const lines = records.map(
      ({ auditString }) => `${auditString} since ${records[5]?.auditString}`,
    );
    expect(deliver({ lines })).toMatchObject({ ...clean, received: 6 });
  });

  it('may have lines of anything', async () => {
    const { deliver } = await read();
    const lines = ['{"a":1e999}', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, '', '"\\ud800"'];
    expect(deliver({ lines })).toMatchObject({ invented: 4, missing: 6 });
  });

  it('has records that are identical on purpose as often as they are', async () => {
    const { records, deliver } = await read({ records: 8, identical: 2 });
    expect(deliver({ records })).toMatchObject(clean);
    expect(deliver({ records: [] })).toMatchObject(clean);
    const once = await read({ records: 8, identical: 2 });
    const distinct = [...new Map(once.records.map((one) => [JSON.stringify(one), one])).values()];
    expect(once.deliver({ records: distinct })).toMatchObject({ missing: 2, repeated: 0 });
  });

  it('is judged right whatever is left out, told again and shuffled', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(39), { maxLength: 80 }), async (picked) => {
        const one = await read({ records: 40 });
        const verdict = one.deliver({ records: picked.map((i) => one.records[i]) });
        const distinct = new Set(picked);
        expect(verdict).toMatchObject({
          ...{ received: picked.length, missing: 40 - distinct.size, invented: 0, altered: 0 },
          repeated: [...distinct].filter((i) => picked.filter((j) => j === i).length > 1).length,
        });
      }),
      { numRuns: 15 },
    );
  });
});
