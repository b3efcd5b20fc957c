/** Makes the tickets that a user asks for, by way of a fixture that says so. */
import type { GeneratedRecords } from '../../fixtures/generator/GeneratedRecords.js';
import type { FixtureTicket } from '../../fixtures/language/Fixture.js';
import { FixtureError } from '../../fixtures/language/FixtureError.js';
import { readFixture } from '../../fixtures/language/readFixture.js';
import type { VendorLanguage } from '../../fixtures/language/VendorLanguage.js';
import { sampleFixture } from './sampleFixture.js';

export type GeneratedTicket = FixtureTicket & { generated: GeneratedRecords };

/** Dials that are options as well. */
const OPTIONS = ['records', 'seed', 'from', 'to'];

/** @param complain is told of every dial that is wrong */
export function generateTickets(
  language: VendorLanguage,
  dials: object,
  count: number,
  complain: (message: string) => never,
): GeneratedTicket[] {
  try {
    // What is wrong is wrong in each of them.
    read(1);
    return read(count);
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
