/** Which session a request belongs to, on one port. */
import type { Response } from 'express';
import type { Clock } from './Clock.js';
import type { Secret } from './Credentials.js';
import type { Exchange, Told } from './Exchange.js';
import { explain } from './explain.js';
import type { JournalBook } from './JournalBook.js';
import type { Owners } from './nearMiss.js';
import type { Refusal } from './Refusal.js';
import type { Session } from './Session.js';
import type { SessionPart } from './SessionPart.js';
import type { AnyVendor } from './Vendor.js';

/** Where a request is answered from, and where it is written down. */
export interface Place {
  part: SessionPart;
  clock: Clock;
  book: JournalBook;
}

export interface Attribution {
  /** By what it may be sent with; undefined where nobody plays the vendor. */
  of(vendor: AnyVendor, secrets: readonly Secret[]): Place | undefined;
  /** For requests at a path that is no vendor's: there are these. */
  readonly elsewhere: { clock: Clock; book: JournalBook; vendors: readonly AnyVendor[] };
  /** What is known of the credential of a request that is refused. */
  explain(exchange: Exchange, part: SessionPart, refusal: Refusal, meant: readonly Secret[]): Told;
}

/** That of the port which a response's request came to. */
export function attributionOf(response: Response): Attribution {
  return response.locals.attribution;
}

/** Every request is the session's. @param owners who knows of all sessions' credentials */
export function soleAttribution(session: Session, owners: Owners): Attribution {
  const { clock, book } = session;
  return {
    of(vendor) {
      const part = session.parts.find((one) => one.vendor === vendor);
      return part && { part, clock, book };
    },
    get elsewhere() {
      return { clock, book, vendors: session.parts.map(({ vendor }) => vendor) };
    },
    explain: (exchange, part, refusal, meant) => explain(exchange, part, refusal, meant, owners),
  };
}
