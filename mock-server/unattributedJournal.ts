/** The journal of requests that no session knows, each with what it nearly was. */
import type { JournalBook } from './JournalBook.js';
import { journalEntry } from './journalEntry.js';
import { NearMisses } from './NearMisses.js';
import type { Session } from './Session.js';
import type { Journal } from './Simulator.js';
import type { Hide } from './shortened.js';

export function unattributedJournal(
  { dropped, exchanges }: JournalBook,
  sessions: readonly Session[],
  hide: Hide,
): Journal {
  const misses = new NearMisses(sessions);
  return {
    dropped,
    entries: exchanges.map((exchange) => {
      const { secrets, nearMiss } = misses.of(exchange);
      const entry = journalEntry(exchange, hide(secrets));
      return nearMiss === undefined ? entry : { ...entry, nearMiss };
    }),
  };
}
