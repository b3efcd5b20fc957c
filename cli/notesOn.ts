/** What a fixture may say, but was perhaps not meant to. */
import { counted } from '../fixtures/language/counted.js';
import type { Fixture, FixtureTicket } from '../fixtures/language/Fixture.js';

/** A line for each ticket with records that are not in the order of their times, or later than the world's clock. */
export function notesOn({ now, sections }: Fixture): string[] {
  return sections.flatMap(({ vendor, tickets }) =>
    tickets.flatMap((ticket) => {
      const place = `${vendor} ${ticket.address.join('/')}`;
      return [...disorder(ticket), ...(now === undefined ? [] : afterNow(ticket, now))].map(
        (note) => `${place}: ${note}`,
      );
    }),
  );
}

function disorder({ records }: FixtureTicket): string[] {
  let latest = Number.NEGATIVE_INFINITY;
  let i = 0;
  for (const { time } of records) {
    if (time < latest)
      return [`records[${i}] is older than one before it; they are served in the order of times`];
    latest = time;
    i++;
  }
  return [];
}

function afterNow({ records, generated }: FixtureTicket, now: number): string[] {
  if (generated && generated.timeOf(generated.length - 1) > now)
    return ["generated records later than the world's now"];
  let count = 0;
  for (const { time } of records) if (time > now) count++;
  return count === 0 ? [] : [`${counted(count, 'record')} later than the world's now`];
}
