/** What is in a fixture, in figures. */
import type { Fixture, Section } from '../fixtures/language/Fixture.js';
import { instant } from '../fixtures/language/instant.js';
import { spanOf } from '../fixtures/language/spanOf.js';
import { readSwitches } from '../specs/switches.js';

export interface Figures {
  name: string;
  vendors: string[];
  tickets: number;
  records: number;
  /** The exact instants of the first and the last record, in UTC; null where there is none. */
  first: string | null;
  last: string | null;
  credentials: number;
  /** The switches of each vendor that have another value than their default, with that value. */
  switches: Record<string, Record<string, unknown>>;
}

export function figuresOf({ name, sections }: Fixture): Figures {
  let [records, first, last] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { tickets } of sections)
    for (const ticket of tickets) {
      records += ticket.records.length + (ticket.generated?.length ?? 0);
      const span = spanOf(ticket);
      first = Math.min(first, span?.first ?? first);
      last = Math.max(last, span?.last ?? last);
    }
  return {
    name,
    vendors: sections.map(({ vendor }) => vendor),
    tickets: sum(sections.map(({ tickets }) => tickets.length)),
    records,
    first: records === 0 ? null : instant(first),
    last: records === 0 ? null : instant(last),
    credentials: sum(sections.map(({ credentials }) => credentials.length)),
    switches: Object.fromEntries(
      sections
        .map((section) => [section.vendor, differing(section)] as const)
        .filter(([, switches]) => Object.keys(switches).length > 0),
    ),
  };
}

function differing({ vendor, profile }: Section): Record<string, unknown> {
  return Object.fromEntries(
    readSwitches(vendor)
      .filter(({ name, default: value }) => profile[name] !== value)
      .map(({ name }) => [name, profile[name]]),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
