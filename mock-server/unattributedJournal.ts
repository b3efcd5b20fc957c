/** The journal of requests that no session knows, each with what it nearly was. */
import type { JournalBook } from './JournalBook.js';
import { journalEntry } from './journalEntry.js';
import { secretsSentBy } from './nearMiss.js';
import type { Journal } from './Simulator.js';
import type { Hide } from './shortened.js';

export function unattributedJournal({ dropped, exchanges }: JournalBook, hide: Hide): Journal {
  return {
    dropped,
    entries: exchanges.map((exchange) => journalEntry(exchange, hide(secretsSentBy(exchange)))),
  };
}
