/** The journal of requests that no session knows, each with what it nearly was. */
import type { JournalBook } from './JournalBook.js';
import { journalEntry } from './journalEntry.js';
import { NearMisses } from './NearMisses.js';
import { DEFAULT, type Session } from './Session.js';
import type { Journal } from './Simulator.js';
import { shortened } from './shortened.js';

export function unattributedJournal(book: JournalBook, sessions: readonly Session[]): Journal {
  const { dropped, exchanges } = book;
  const misses = new NearMisses(sessions);
  const own = sessions
    .filter(({ id }) => id === DEFAULT)
    .flatMap(({ parts }) => parts.flatMap(({ credentials }) => credentials.texts()));
  return {
    dropped,
    entries: exchanges.map((exchange) => {
      const { secrets, nearMiss } = misses.of(exchange);
      const entry = journalEntry(exchange, shortened([...own, ...secrets]));
      return nearMiss === undefined ? entry : { ...entry, nearMiss };
    }),
  };
}
