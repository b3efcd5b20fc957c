/** Makes the tickets that a user asks for, by way of a fixture that says so. */
import type { Dials } from '../../fixtures/generator/Dials.js';
import type { GeneratedRecords } from '../../fixtures/generator/GeneratedRecords.js';
import { type GivenDials, readDials } from '../../fixtures/generator/readDials.js';
import type { FixtureTicket } from '../../fixtures/language/Fixture.js';
import { FixtureError } from '../../fixtures/language/FixtureError.js';
import { readFixture } from '../../fixtures/language/readFixture.js';
import type { VendorLanguage } from '../../fixtures/language/VendorLanguage.js';
import { sampleFixture } from './sampleFixture.js';

export type GeneratedTicket = FixtureTicket & { generated: GeneratedRecords };

export interface Generated {
  tickets: GeneratedTicket[];
  /**
   * The instant before which all records are made, in epoch milliseconds: the same for whatever is
   * made with the same dials, so that it can be one world.
   */
  now: number;
}

/** Dials that are options as well. */
const OPTIONS = ['records', 'seed', 'from', 'to'];

/** @param complain is told of every dial that is wrong */
export function generateTickets(
  language: VendorLanguage,
  dials: object,
  count: number,
  complain: (message: string) => never,
): Generated {
  try {
    // What is wrong is wrong in each of them.
    read(1);
    const { to: now } = readDials(dials as GivenDials, () => {}) as Dials;
    return { tickets: read(count), now };
  } catch (error) {
    if (!(error instanceof FixtureError)) throw error;
    const lines = error.problems.map(({ path, message }) => {
      const [, dial = ''] = /\.generate\.(.*)$/.exec(path) ?? [];
      const named = OPTIONS.includes(dial) ? `--${dial}` : `--dial ${dial}`;
      return `${dial === '' ? '--dial' : named}: ${message}`;
    });
    return complain(lines.join('; '));
  }

  function read(tickets: number): GeneratedTicket[] {
    const fixture = sampleFixture(language, tickets, () => ({ generate: dials }));
    return readFixture([fixture], [language]).sections.flatMap(
      (section) => section.tickets as GeneratedTicket[],
    );
  }
}
