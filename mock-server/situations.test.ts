import { readFileSync } from 'node:fs';
import supertest from 'supertest';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { HelpshiftRecord } from '../specs/helpshift/types.js';
import type { MotadataRecord } from '../specs/motadata/types.js';
import type { OpsrampRecord } from '../specs/opsramp/types.js';
import { readSpec } from '../specs/readSpec.js';
import { startSimulator } from './startSimulator.js';
import { type Order, readPage, readTrail } from './testing/readTrail.js';
import { simulated } from './testing/simulated.js';
import { readYaml, type WrittenTrail, writtenTrails } from './testing/writtenTrails.js';
import { vendors } from './vendors/index.js';

const names = vendors.map(({ name }) => name);
const timeKeys = { helpshift: 'action_taken_at', motadata: 'auditDate', opsramp: 'createdTime' };

const fixtureOf = (vendor: string, scenario: string) =>
  readYaml(`fixtures/${vendor}/${scenario}.yaml`);

/** The one ticket of a fixture, as YAML says it. */
function trailOf(vendor: string, scenario: string): WrittenTrail {
  const [trail, ...others] = writtenTrails(fixtureOf(vendor, scenario));
  expect(others).toEqual([]);
  return trail as WrittenTrail;
}

/** What is served of it, oldest first. */
async function servedOf<Record>(vendor: string, scenario: string): Promise<Record[]> {
  const ask = await simulated(`fixtures/${vendor}/${scenario}.yaml`);
  const pages = await readTrail(ask, trailOf(vendor, scenario), 'desc');
  return pages.flat().reverse() as Record[];
}

const timeOf = (vendor: string, record: object | undefined) =>
  (record as Record<string, unknown>)[timeKeys[vendor as keyof typeof timeKeys]];

describe('paged', () => {
  for (const vendor of names)
    it(`has 450 records in several pages, the last of which is not full (${vendor})`, async () => {
      const ask = await simulated(`fixtures/${vendor}/paged.yaml`);
      const pages = await readTrail(ask, trailOf(vendor, 'paged'), 'desc');
      expect(pages.flat()).toHaveLength(450);
      expect(pages.length).toBeGreaterThan(2);
      expect(pages.at(-1)).toHaveLength(50);
    });
});

describe('exactly-full', () => {
  const sizes: Record<string, number> = { helpshift: 200, motadata: 25, opsramp: 100 };
  for (const [vendor, size] of Object.entries(sizes))
    it(`has a last page of exactly ${size}, and an empty one after it (${vendor})`, async () => {
      const ask = await simulated(`fixtures/${vendor}/exactly-full.yaml`);
      const trail = trailOf(vendor, 'exactly-full');
      const pages = await readTrail(ask, trail, 'desc', size);
      expect(pages.map(({ length }) => length)).toEqual(pages.map(() => size));
      expect(pages.length).toBeGreaterThan(1);
      const number = pages.length + 1;
      const page = await readPage[vendor]?.(ask, trail, { order: 'desc', number, size });
      expect(page).toEqual({ records: [], more: false });
    });
});

describe('ties', () => {
  const sizes = [10, 20, 25, 50, 100, 200, 250, 500];

  /** The client cannot choose an order where the vendor has one; there the account does. */
  function ordered(vendor: string, order: Order): object {
    const fixture = fixtureOf(vendor, 'ties');
    if (vendor === 'motadata' && order === 'asc') fixture.motadata.profile.order = 'oldest-first';
    return fixture;
  }

  for (const vendor of names)
    for (const order of ['asc', 'desc'] as const)
      it(`straddle a page border of every usual size (${vendor}, ${order})`, async () => {
        const fixture = ordered(vendor, order);
        const ask = await simulated(fixture);
        const [trail] = writtenTrails(fixture);
        for (const size of sizes) {
          const pages = await readTrail(ask, trail as WrittenTrail, order, size);
          expect(pages.flat()).toHaveLength(501);
          const [before, after] = [pages[0]?.at(-1), pages[1]?.[0]];
          expect(timeOf(vendor, before), `pages of ${size}`).toEqual(timeOf(vendor, after));
          expect(before).not.toEqual(after);
        }
      });
});

describe('empty and single', () => {
  for (const vendor of names)
    it(`have no record, and one (${vendor})`, async () => {
      expect(await servedOf(vendor, 'empty')).toHaveLength(0);
      expect(await servedOf(vendor, 'single')).toHaveLength(1);
    });
});

/** How often a local time occurs in a zone. */
function occurs(local: string, zone: string): 'once' | 'twice' | 'never' {
  const time = Temporal.PlainDateTime.from(local);
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    time.toZonedDateTime(zone, { disambiguation }),
  );
  if (earlier?.epochMilliseconds === later?.epochMilliseconds) return 'once';
  return earlier?.toPlainDateTime().equals(time) ? 'twice' : 'never';
}

/** What a record says, as local time without a zone. */
function localOf(vendor: string, record: object): string {
  const text = String(timeOf(vendor, record));
  return vendor === 'motadata'
    ? new Date(`${text} UTC`).toISOString().slice(0, 19)
    : text.slice(0, 19);
}

describe('clock-change', () => {
  it("has times that come twice and never in the account's zone, and goes back", async () => {
    const { zone } = fixtureOf('motadata', 'clock-change').motadata;
    const records = await servedOf<MotadataRecord>('motadata', 'clock-change');
    const locals = records.map((record) => localOf('motadata', record));
    const often = locals.map((local) => occurs(local, zone));
    expect(often.filter((word) => word === 'never')).toHaveLength(1);
    expect(often.filter((word) => word === 'twice')).toHaveLength(4);
    expect(locals.filter((local) => local === '2025-10-26T02:30:00')).toHaveLength(2);
    expect(locals).not.toEqual(locals.toSorted());
  });
});

describe('clock-change-elsewhere', () => {
  const zones = { motadata: 'Asia/Kolkata', opsramp: 'UTC' };
  for (const [vendor, own] of Object.entries(zones))
    it(`has times that are plain at home, and come twice and never in two other zones (${vendor})`, async () => {
      const records = await servedOf<object>(vendor, 'clock-change-elsewhere');
      const locals = records.map((record) => localOf(vendor, record));
      expect(new Set(locals.map((local) => occurs(local, own)))).toEqual(new Set(['once']));
      for (const zone of ['America/New_York', 'Europe/Berlin'])
        expect(new Set(locals.map((local) => occurs(local, zone)))).toEqual(
          new Set(['once', 'twice', 'never']),
        );
    });
});

describe('midnight-noon', () => {
  const day = 24 * 60 * 60 * 1000;

  it('has a midnight and its neighbours, and noon, to the millisecond (helpshift)', async () => {
    const records = await servedOf<HelpshiftRecord>('helpshift', 'midnight-noon');
    const inDay = records.map(({ action_taken_at }) => action_taken_at % day);
    expect(inDay).toEqual([day - 1, 0, 1, day / 2, day - 500, 0]);
  });

  it('has the hour 12 before and after noon, and both whole (motadata)', async () => {
    const records = await servedOf<MotadataRecord>('motadata', 'midnight-noon');
    const times = records.map(({ auditDate }) => auditDate.slice(-8));
    for (const time of ['12:00 am', '12:05 am', '01:05 am', '12:00 pm', '12:05 pm', '01:05 pm'])
      expect(times).toContain(time);
    expect(times).not.toEqual(times.toSorted());
  });

  it('has midnight, noon, and a time twelve hours after another (opsramp)', async () => {
    const records = await servedOf<OpsrampRecord>('opsramp', 'midnight-noon');
    const times = records.map(({ createdTime }) => createdTime.slice(11, 19));
    for (const time of ['00:00:00', '12:00:00', '00:30:00', '12:30:00'])
      expect(times).toContain(time);
  });
});

describe('sparse-actors', () => {
  const actors: Record<string, [keys: string[], of: (record: never) => object | null | undefined]> =
    {
      helpshift: [['name', 'email', 'roles', 'uid'], ({ actor }: HelpshiftRecord) => actor],
      opsramp: [
        ['lastName', 'firstName', 'email', 'phoneNumber'],
        ({ createdBy }: OpsrampRecord) => createdBy,
      ],
    };

  for (const [vendor, [keys, of]] of Object.entries(actors))
    it(`has every combination of missing keys (${vendor})`, async () => {
      const records = await servedOf<never>(vendor, 'sparse-actors');
      const combinations = records
        .map(of)
        .filter((actor) => actor)
        .map((actor) => keys.filter((key) => key in (actor as object)).join());
      expect(new Set(combinations).size).toBe(2 ** keys.length);
    });

  it('has no actor at all, as null and not even as a key, and keys with nothing in them (helpshift)', async () => {
    const records = await servedOf<HelpshiftRecord>('helpshift', 'sparse-actors');
    expect(records.filter(({ actor }) => actor === null)).toHaveLength(1);
    expect(records.filter((record) => !('actor' in record))).toHaveLength(1);
    for (const key of ['name', 'email', 'roles', 'uid'] as const)
      expect(records.filter(({ actor }) => actor?.[key] === null)).toHaveLength(1);
  });
});

describe('odd-text', () => {
  const oddities: [what: string, pattern: RegExp][] = [
    ['right-to-left', /\p{Script=Hebrew}/u],
    ['a mark that turns the direction', /\u202e/],
    ['emoji of several code points', /\p{Extended_Pictographic}\u{1f3fd}\u200d/u],
    ['a combining mark', /e\u0301/],
    ['the same letter composed', /é/],
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    ['control characters', /\u0000.*\u001f/],
    ['a line break', /\r\n/],
    ['a line separator', /\u2028/],
    ['quotation marks', /"/],
    ['a backslash', /\\/],
    [' from and to', / from .* to .* to /],
    ['HTML', /<script>/],
    ['a very long text', /.{3000}/],
  ];
  for (const vendor of names)
    it(`has each oddity that it promises (${vendor})`, async () => {
      const texts: string[] = [];
      JSON.stringify(await servedOf(vendor, 'odd-text'), (_key, value) => {
        if (typeof value === 'string') texts.push(value);
        return value;
      });
      for (const [what, pattern] of oddities)
        expect(
          texts.some((text) => pattern.test(text)),
          what,
        ).toBe(true);
    });
});

describe('html-disagrees', () => {
  it('has HTML alone, changes alone, both that agree and both that do not', async () => {
    const records = await servedOf<OpsrampRecord>('opsramp', 'html-disagrees');
    const kinds = records.map(({ htmlLog, changeLog }) => {
      if (!htmlLog || !changeLog) return htmlLog ? 'html' : changeLog ? 'changes' : 'neither';
      const html = htmlLog.join('');
      const told = changeLog.every(({ attribute, oldValue, newValue }) =>
        html.includes(`${attribute} changed from ${oldValue} to ${newValue}<`),
      );
      return told ? 'agree' : 'disagree';
    });
    expect(new Set(kinds)).toEqual(new Set(['neither', 'html', 'changes', 'agree', 'disagree']));
    expect(kinds.filter((kind) => kind === 'disagree')).toHaveLength(4);
  });
});

describe('identical-records', () => {
  for (const vendor of names)
    it(`has records that are the same to the last character (${vendor})`, async () => {
      const texts = (await servedOf(vendor, 'identical-records')).map((one) => JSON.stringify(one));
      expect(texts.length - new Set(texts).size).toBeGreaterThanOrEqual(2);
      expect(texts.some((text, i) => text === texts[i + 1])).toBe(true);
    });
});

describe('late', () => {
  for (const vendor of names)
    it(`serves two records ten minutes later, behind what was there before (${vendor})`, async () => {
      const fixture = `fixtures/${vendor}/late.yaml`;
      const { clock, url, close } = await startSimulator(vendors, { fixture });
      onTestFinished(close);
      const trail = trailOf(vendor, 'late');
      const read = async () => (await readTrail(supertest(url), trail, 'desc')).flat();
      const before = await read();
      clock.advance('PT10M');
      const after = await read();
      expect([before.length, after.length]).toEqual([4, 6]);
      expect(after[0]).toEqual(before[0]);
      const known = before.map((record) => JSON.stringify(record));
      const fresh = after.filter((record) => !known.includes(JSON.stringify(record)));
      expect(fresh).toHaveLength(2);
      expect(after.indexOf(fresh[0] as object)).toBe(1);
    });
});

describe('two-credentials', () => {
  it('has a key for all domains, and one that is refused in one of them (helpshift)', async () => {
    const ask = await simulated('fixtures/helpshift/two-credentials.yaml');
    const statuses = [];
    for (const key of ['hs-shelf-key', 'hs-shelf-shop-key'])
      for (const domain of ['shop', 'games']) {
        const { status } = await ask.get(`/v2/${domain}/issues/1001/_audit_logs`).auth(key, '');
        statuses.push(status);
      }
    expect(statuses).toEqual([200, 200, 200, 403]);
  });

  it("has a requester's token that sees fewer entries, and is refused another's request (motadata)", async () => {
    const ask = await simulated('fixtures/motadata/two-credentials.yaml');
    const [first, second] = writtenTrails(fixtureOf('motadata', 'two-credentials'));
    const credential = { token: 'motadata-shelf-jerry' };
    const jerrys = await readTrail(ask, { ...(first as WrittenTrail), credential }, 'desc');
    expect([jerrys.flat().length, first?.records.length]).toEqual([4, 6]);
    await ask
      .post(`/api/v1/request/${second?.address[0]}/audit/search/byqual`)
      .set('Authorization', `Bearer ${credential.token}`)
      .send({})
      .expect(403);
  });

  it('has a token for each tenant, which is refused at the other (opsramp)', async () => {
    const ask = await simulated('fixtures/opsramp/two-credentials.yaml');
    const statuses = [];
    for (const token of ['opsramp-shelf-token', 'opsramp-shelf-other-token'])
      for (const tenant of ['client_1', 'client_2']) {
        const path = `/api/v2/tenants/${tenant}/incidents/INC0000000001/activitylog`;
        const { status } = await ask.get(path).set('Authorization', `Bearer ${token}`);
        statuses.push(status);
      }
    expect(statuses).toEqual([200, 403, 403, 200]);
  });
});

describe('every-action', () => {
  const published: Record<string, unknown[]> = {
    helpshift: ['create-issue', 'add-tags', 'resolve'],
    motadata: [/^Request with /, /^System has added /, /^\w+ has added /, /^.+ has changed /],
    opsramp: ['TICKET', 'TICKET_NOTIFICATION', 'TICKET_INTERNAL_RESPONSE'],
  };
  const keys: Record<string, string> = {
    helpshift: 'action',
    motadata: 'auditString',
    opsramp: 'logType',
  };
  for (const vendor of names)
    it(`has all that is published, and more (${vendor})`, async () => {
      const records = await servedOf<Record<string, string>>(vendor, 'every-action');
      const actions = records.map((record) => record[keys[vendor] as string] as string);
      const isKnown = (action: string) =>
        published[vendor]?.some((one) =>
          one instanceof RegExp ? one.test(action) : one === action,
        );
      for (const one of published[vendor] ?? [])
        expect(actions).toContainEqual(one instanceof RegExp ? expect.stringMatching(one) : one);
      expect(actions.filter((action) => !isKnown(action)).length).toBeGreaterThan(1);
    });
});

describe('foreign-zone', () => {
  it("tells the same instants in each credential's zone and format (motadata)", async () => {
    const ask = await simulated('fixtures/motadata/foreign-zone.yaml');
    const trail = trailOf('motadata', 'foreign-zone');
    const { credentials } = fixtureOf('motadata', 'foreign-zone').motadata;
    const newest = [];
    for (const credential of credentials) {
      const pages = await readTrail(ask, { ...trail, credential }, 'desc');
      const [record] = pages.flat() as MotadataRecord[];
      newest.push(record?.auditDate);
    }
    expect(newest).toEqual([
      'Tue, Mar 04, 2025 05:31 am',
      'Mon, Mar 03, 2025 07:01 pm',
      '04-03-2025 00:01',
      '3/4/2025 5:46 am',
    ]);
  });

  it('has a change from a local time to the same instant in UTC (opsramp)', async () => {
    const records = await servedOf<OpsrampRecord>('opsramp', 'foreign-zone');
    const [change] = records.flatMap(({ changeLog = [] }) => changeLog);
    expect(Date.parse(`${change?.oldValue}:00+05:30`)).toBe(Date.parse(`${change?.newValue}Z`));
  });
});

describe('starter', () => {
  for (const vendor of names)
    it(`speaks of every key that a fixture of ${vendor} can have`, async () => {
      const text = readFileSync(`fixtures/${vendor}/starter.yaml`, 'utf8');
      const keys: string[] = [];
      for (const schema of ['fixture', 'record'])
        JSON.stringify(readSpec(`${vendor}/${schema}.schema.json`), (key, value) => {
          if (key === 'properties') keys.push(...Object.keys(value));
          return value;
        });
      expect(keys.length).toBeGreaterThan(12);
      expect([...new Set(keys)].filter((key) => !text.includes(key))).toEqual([]);
    });
});
