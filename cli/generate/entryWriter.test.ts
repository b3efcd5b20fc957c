import { expect, it } from 'vitest';
import { vendors } from '../../mock-server/vendors/index.js';
import { entryWriter } from './entryWriter.js';
import { type GeneratedTicket, generateTickets } from './generateTickets.js';

it.each([
  ['PT1.5S', 'PT1.5S'],
  ['P1D', 'PT86400S'],
])('a record that comes %s late stands in a frame that says so', (after, visibleAfter) => {
  for (const { language } of vendors) {
    const dials = { records: 40, late: { count: 3, after } };
    const { tickets } = generateTickets(language, dials, 1, (message) => expect.fail(message));
    const [{ generated }] = tickets as [GeneratedTicket];
    const write = entryWriter(generated);
    const entries = Array.from({ length: 40 }, (_, index) => JSON.parse(write(index)));
    const late = generated.late.map(({ index }) => index);
    expect(late).toHaveLength(3);
    for (const [index, entry] of entries.entries()) {
      const record = generated.record(index);
      expect(entry).toEqual(late.includes(index) ? { visibleAfter, record } : record);
    }
  }
});
