/** Worlds of all vendors with one ticket each, whose records are generated, listed, or both. */
import type { Fixture, FixtureTicket } from '../../fixtures/language/Fixture.js';
import { readFixture } from '../../fixtures/language/readFixture.js';
import { type Toy, toyRecords } from '../../fixtures/testing/toyRecords.js';
import { vendors } from '../vendors/index.js';

const languages = vendors.map(({ language }) => language);

/** Listed over the generated ones. */
export interface Listed {
  /** Milliseconds after the toy's start. */
  after: number;
  /** Seconds. */
  late?: number | undefined;
  technician: boolean;
}

export interface ToyWorld {
  /** Milliseconds after the toy's start. */
  now: number;
  toy: Omit<Toy, 'record' | 'start'>;
  listed: readonly Listed[];
  profiles?: Record<string, object>;
}

export const START = Date.UTC(2025, 2, 31, 6);

const instant = (after: number) => new Date(START + after).toISOString();

/** What a record says beside its time; `n` tells it from all others. */
const contents: Record<string, (n: string, action?: string) => object> = {
  helpshift: (n, action = 'noted') => ({ action, actor: { name: n } }),
  motadata: (n) => ({ auditString: `Ana has added "${n}".` }),
  opsramp: (n) => ({ activity: `say "${n}"`, logType: 'TICKET', createdBy: { loginName: 'ana' } }),
};

export function toyWorld({ now, toy, listed, profiles = {} }: ToyWorld): Fixture {
  const recordsOf = (vendor: string) =>
    listed.map(({ after, late, technician }, i) => ({
      at: instant(after),
      ...(late !== undefined && { visibleAfter: `PT${late}S` }),
      ...(vendor === 'motadata' && technician && { visibleTo: 'technician' }),
      record: contents[vendor]?.(`listed ${i}`, i % 2 === 0 ? 'resolve' : 'noted'),
    }));
  const fixture = readFixture(
    [
      {
        name: 'toys',
        now: instant(now),
        helpshift: {
          profile: profiles.helpshift ?? {},
          credentials: [{ api_key: 'k' }],
          domains: { shop: { issues: { '1': { records: recordsOf('helpshift') } } } },
        },
        motadata: {
          zone: 'Asia/Kolkata',
          profile: profiles.motadata ?? {},
          credentials: [{ token: 'm' }, { token: 'elsewhere', zone: 'America/New_York' }],
          requests: { '1': { records: recordsOf('motadata') } },
        },
        opsramp: {
          profile: profiles.opsramp ?? {},
          tenants: {
            red: {
              credentials: [{ token: 'o' }],
              incidents: { INC1: { records: recordsOf('opsramp') } },
            },
          },
        },
      },
    ],
    languages,
  );
  for (const { vendor, tickets, settings } of fixture.sections) {
    const language = languages.find(({ name }) => name === vendor);
    for (const ticket of tickets)
      ticket.generated = toyRecords({
        ...toy,
        start: START,
        block: vendor === 'helpshift' ? toy.block : [],
        record: (index, time, action) => ({
          ...contents[vendor]?.(`generated ${index}`, action),
          [language?.timeKey ?? '']: language?.writeTime(time, settings),
        }),
      });
  }
  return fixture;
}

/** The same world, with each generated record listed. */
export function listedOneByOne(fixture: Fixture): Fixture {
  return {
    ...fixture,
    sections: fixture.sections.map((section) => ({
      ...section,
      tickets: section.tickets.map((ticket) => ({
        ...ticket,
        generated: undefined,
        records: allOf(ticket),
      })),
    })),
  };
}

function allOf({ records, generated }: FixtureTicket): FixtureTicket['records'] {
  if (!generated) return records;
  const made = Array.from({ length: generated.length }, (_, index) => ({
    time: generated.timeOf(index),
    action: generated.actionOf(index),
    visibleFrom: generated.late.find((one) => one.index === index)?.visibleFrom,
    record: generated.record(index),
  }));
  return [...made, ...records].sort((a, b) => a.time - b.time);
}
