import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fixture, FixtureRecord } from '../fixtures/language/Fixture.js';
import { RecordLines } from '../fixtures/language/RecordLines.js';
import { rebase } from '../fixtures/language/rebase.js';
import { folderOf } from '../fixtures/testing/complaint.js';
import { simulated } from './testing/simulated.js';
import { compare, several, toyWorlds } from './testing/toyQuestions.js';
import { listedOneByOne, toyWorld } from './testing/toyWorlds.js';
import { vendors } from './vendors/index.js';

const languages = vendors.map(({ language }) => language);

/** The same world, with the records of each ticket changed. */
function withRecords(
  fixture: Fixture,
  change: (records: FixtureRecord[]) => FixtureRecord[] | RecordLines,
): Fixture {
  const sections = fixture.sections.map((section) => {
    const tickets = section.tickets.map((ticket) => ({
      ...ticket,
      records: change([...ticket.records]),
    }));
    return { ...section, tickets };
  });
  return { ...fixture, sections };
}

/** As a file has it: by itself where nothing else is said of it. */
function written(one: FixtureRecord): FixtureRecord {
  const isFramed = one.visibleFrom !== undefined || one.visibleTo !== undefined;
  return isFramed ? one : { ...one, json: ` ${JSON.stringify(one.record)}` };
}

describe('records that are kept as the lines of a file', () => {
  it('answer as the same records do in a list', async () => {
    await fc.assert(
      fc.asyncProperty(
        ...[toyWorlds, fc.boolean(), fc.nat(40), several, fc.array(fc.nat(200), { maxLength: 2 })],
        fc.boolean(),
        async (world, generated, first, asked, waits, moved) => {
          const toy = toyWorld(world);
          // Over what is generated, or all there is, and not always in the order of time.
          const plain = withRecords(generated ? toy : listedOneByOne(toy), (records) =>
            [...records.slice(first), ...records.slice(0, first)].map(written),
          );
          const kept = withRecords(plain, (records) => new RecordLines(records, 1));
          const later = (fixture: Fixture) =>
            moved ? rebase(fixture, languages, Date.UTC(2030, 6, 1)) : fixture;
          const now = moved ? Date.UTC(2030, 6, 1) : plain.now;
          await compare(
            [
              { ...later(plain), now },
              { ...later(kept), now },
            ],
            asked,
            waits,
          );
        },
      ),
      { numRuns: 100 },
    );
  }, 120_000);

  it('are found by the time that they are served with, though their own is more exact', async () => {
    const at = '2025-03-31T06:00:10.500Z';
    const record = { activity: 'a', logType: 'TICKET', createdBy: { loginName: 'ana' } };
    const fixture = {
      name: 'x',
      now: '2025-04-01T00:00:00Z',
      opsramp: {
        tenants: {
          red: {
            credentials: [{ token: 'o' }],
            incidents: { INC1: { records: { from: 'r.ndjson' } } },
          },
        },
      },
    };
    const files = { 'x.yaml': JSON.stringify(fixture), 'r.ndjson': JSON.stringify({ at, record }) };
    const ask = await simulated(join(folderOf(files), 'x.yaml'));
    const { body } = await ask
      .get('/api/v2/tenants/red/incidents/INC1/activitylog')
      .auth('o', { type: 'bearer' })
      .query({ endTs: '2025-03-31T06:00:10+0000' });
    expect(body).toMatchObject({ results: [{ activity: 'a' }] });
  });
});
