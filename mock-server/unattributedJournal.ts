/** The journal of requests that no session knows, each with what it nearly was. */
import type { JournalBook } from './JournalBook.js';
import { journalEntry } from './journalEntry.js';
import { secretsSentBy } from './nearMiss.js';
import type { Session } from './Session.js';
import type { Journal } from './Simulator.js';
import { shortened } from './shortened.js';

/** @param session the default one, whose secrets look like nothing */
export function unattributedJournal(book: JournalBook, session: Session): Journal {
  const { dropped, exchanges } = book;
  const own = session.parts.flatMap(({ credentials }) => credentials.texts());
  return {
    dropped,
    entries: exchanges.map((exchange) =>
      journalEntry(exchange, shortened([...own, ...secretsSentBy(exchange)])),
    ),
  };
}
