/** Made from the schemas in this folder by `npm run generate`; not edited by hand. */

/**
 * Misbehaviour that is wanted: a list of when what is done, as docs/faults.md has it.
 *
 * @maxItems 1000
 */
export type Faults = Fault[];
/**
 * What a client delivered of a ticket, in its order.
 */
export type ReceiveDelivery = (
  | {
      records: unknown;
    }
  | {
      lines: unknown;
    }
) & {
  /**
   * The vendor's name, as in the session's answer.
   */
  vendor: string;
  /**
   * The names that lead to the ticket, as the session's answer has them.
   */
  target: {
    [k: string]: string;
  };
  /**
   * The vendor's own objects, as the client has them.
   */
  records?: unknown[];
  /**
   * Lines of any shape; events are recognised by the markers of generated records, or where a line is a record as JSON.
   */
  lines?: string[];
  /**
   * Whether it is instead of what was told of the ticket before, and not in addition.
   */
  anew?: boolean;
};

/**
 * Records that a ticket's trail gets, in one session.
 */
export interface AppendRecords {
  /**
   * The vendor's name, as in the session's answer.
   */
  vendor: string;
  /**
   * The names that lead to the ticket, as the session's answer has them.
   */
  target: {
    [k: string]: string;
  };
  /**
   * The vendor's own objects, or frames with at, visibleAfter and the like, as in a fixture.
   *
   * @minItems 1
   */
  records: [{}, ...{}[]];
}
/**
 * What has been added to a trail.
 */
export interface Appended {
  /**
   * How many records.
   */
  appended: number;
}
/**
 * What is to become of a vendor's credentials, in one session: one thing at a time.
 */
export interface ChangeCredentials {
  /**
   * The vendor's name, as in the session's answer.
   */
  vendor: string;
  /**
   * The name of credentials that end, with their tokens.
   */
  revoke?: string;
  /**
   * The name of credentials that get other secrets; the old ones end, with their tokens.
   */
  rotate?: string;
  /**
   * The secrets that they get, such as api_key. Left out: made-up ones.
   */
  secrets?: {
    [k: string]: string;
  };
  /**
   * A credential as a fixture writes it, with what it is for, such as a domain.
   */
  add?: {
    [k: string]: string;
  };
  /**
   * The name of credentials whose live tokens end; their clients may fetch new ones.
   */
  endTokens?: string;
}
/**
 * What a clock shows.
 */
export interface Clock {
  /**
   * What its clock shows.
   */
  now: string;
  /**
   * Whether its clock runs; else it stands still between moves.
   */
  running: boolean;
}
/**
 * Which of a ticket's events a client got in whole answers, as far as its credential could have read them.
 */
export interface Completeness {
  /**
   * The vendor's name.
   */
  vendor: string;
  /**
   * The names that lead to the ticket.
   */
  target: {
    [k: string]: string;
  };
  /**
   * The name of the credential that asked first; others that see the same are judged with it.
   */
  credential?: string;
  /**
   * False where there is too much to remember, or nothing to judge.
   */
  judged: boolean;
  /**
   * Why it is not judged.
   */
  because?: string;
  /**
   * In what the events lie; what is absent has no bound.
   */
  asked: {
    /**
     * An instant, inclusive.
     */
    since?: string;
    /**
     * An instant, inclusive.
     */
    until?: string;
    /**
     * Left out: all.
     */
    actions?: string[];
  };
  /**
   * How many answers with records there were.
   */
  answers: number;
  /**
   * How many events the client could have read.
   */
  events: number;
  /**
   * How many of them were served.
   */
  served: number;
  /**
   * How many never were.
   */
  missed: number;
  /**
   * How many were served more than once.
   */
  repeated: number;
  /**
   * Whether it is judged, and nothing is missed.
   */
  complete: boolean;
  /**
   * How many were missed for which cause; unexplained where there are too many to look into all.
   */
  missedBecause: {
    [k: string]: number;
  };
  /**
   * How many were repeated for which cause; likewise.
   */
  repeatedBecause: {
    [k: string]: number;
  };
  /**
   * The first thousand of each cause.
   */
  missedEvents: ToldEvent[];
  /**
   * The first thousand of each cause.
   */
  repeatedEvents: ToldEvent[];
  /**
   * How long after they could be read events were served first, as ISO 8601 durations of the session's clock.
   */
  delay?: {
    median: string;
    longest: string;
  };
  delivered?: DeliveryVerdict;
}
/**
 * An event that was missed, or served again.
 */
export interface ToldEvent {
  /**
   * When it was made, as it is served; an instant.
   */
  time: string;
  /**
   * Absent where the vendor has none.
   */
  action?: string;
  /**
   * What happened, in a few words.
   */
  gist: string;
  /**
   * By which a generated record can be recognised.
   */
  marker?: string;
  /**
   * A class, such as drift.
   */
  cause: string;
  /**
   * The journal's numbers of the answers between which it slipped, or of the one in which it was lost.
   */
  between: number[];
  /**
   * The same in words.
   */
  says: string;
}
/**
 * What a client says that it delivered, held against the events that it should have.
 */
export interface DeliveryVerdict {
  /**
   * False where there are lines that nobody can recognise.
   */
  judged: boolean;
  /**
   * Why it is not judged.
   */
  because?: string;
  /**
   * How many records and lines were told.
   */
  received: number;
  /**
   * Events that were not delivered.
   */
  missing: number;
  /**
   * How many for which cause; lost-by-client where they had been served.
   */
  missingBecause: {
    [k: string]: number;
  };
  /**
   * Events that were delivered more often than there are such.
   */
  repeated: number;
  /**
   * Deliveries that are like no event.
   */
  invented: number;
  /**
   * Records that are not as they were served.
   */
  altered: number;
  /**
   * By the times of the events.
   */
  order: 'ascending' | 'descending' | 'mixed';
  /**
   * Whether it is judged, and each event was delivered once and unaltered, and nothing else.
   */
  faithful: boolean;
  /**
   * The first thousand of each cause.
   */
  missingEvents: ToldEvent[];
  /**
   * The first thousand.
   */
  repeatedEvents: RepeatedDelivery[];
  /**
   * Their places in the delivery, from 0; the first thousand.
   */
  inventedAt: number[];
  /**
   * The first thousand, with the path of the first part that differs.
   */
  alteredAt: {
    /**
     * Its place in the delivery, from 0.
     */
    at: number;
    /**
     * Empty where nothing of it is alike.
     */
    path: string;
  }[];
}
/**
 * An event that was delivered more often than there are such.
 */
export interface RepeatedDelivery {
  /**
   * When it was made, as it is served; an instant.
   */
  time: string;
  /**
   * Absent where the vendor has none.
   */
  action?: string;
  /**
   * What happened, in a few words.
   */
  gist: string;
  /**
   * By which a generated record can be recognised.
   */
  marker?: string;
  /**
   * How often it was delivered.
   */
  times: number;
}
/**
 * A credential as a fixture writes it.
 */
export interface SessionCredential {
  [k: string]: string;
}
/**
 * A vendor's credentials, after a change.
 */
export interface Credentials {
  /**
   * All that the session has of that vendor.
   */
  credentials: SessionCredential[];
}
/**
 * Why a request of the admin API was refused.
 */
export interface AdminError {
  /**
   * What is wrong, in one line.
   */
  error: string;
  /**
   * Each wrong place of the body, up to a hundred.
   *
   * @maxItems 100
   */
  problems?: AdminProblem[];
}
/**
 * One wrong place.
 */
export interface AdminProblem {
  /**
   * Where it stands in the body, such as `records[0].actor`; empty for the body as a whole.
   */
  path: string;
  /**
   * What was expected and what was found.
   */
  message: string;
}
/**
 * The faults of a session, in their order.
 */
export interface SessionFaults {
  faults: SessionFault[];
}
/**
 * A fault, and how often it has happened.
 */
export interface SessionFault {
  /**
   * What it is called: its name, or what it does.
   */
  name: string;
  /**
   * Which requests it meets, as it was given.
   */
  when?: {};
  /**
   * What is done, as it was given.
   */
  do: string | {};
  /**
   * How often it has happened; 0 where it never has.
   */
  fired: number;
}
/**
 * Old records that a ticket's trail loses, in one session.
 */
export interface ForgetRecords {
  /**
   * The vendor's name, as in the session's answer.
   */
  vendor: string;
  /**
   * The names that lead to the ticket, as the session's answer has them.
   */
  target: {
    [k: string]: string;
  };
  /**
   * The instant before which they were made.
   */
  before: string;
}
/**
 * That the simulator is there.
 */
export interface Health {
  /**
   * Who can answer is well.
   */
  status: 'ok';
  /**
   * Of auditrig.
   */
  version: string;
}
/**
 * What was asked and answered, the oldest first.
 */
export interface Journal {
  /**
   * The latest requests; only so many are kept.
   */
  entries: JournalEntry[];
  /**
   * How many older ones are kept no more.
   */
  dropped: number;
}
/**
 * A request and its answer, without secrets.
 */
export interface JournalEntry {
  /**
   * Its number, counted from 1.
   */
  n: number;
  /**
   * When it came, by the session's clock.
   */
  time: string;
  /**
   * When it came, by the machine's clock.
   */
  realTime: string;
  /**
   * Whose path it was; left out where it was none's.
   */
  vendor?: string;
  /**
   * What was asked for: `audit-log`, `tickets`, `ticket` or `token`; left out where there is no such path.
   */
  endpoint?: string;
  /**
   * The name of the credential that was good for it; left out where it has none.
   */
  credential?: string;
  /**
   * The method.
   */
  method: string;
  /**
   * The request's target, as it was sent.
   */
  target: string;
  /**
   * Names and values as they were sent, in their order; credentials are shortened.
   */
  headers: [string, string][];
  /**
   * The first 4 KiB of what was sent.
   */
  body?: string;
  /**
   * The query's, decoded.
   */
  parameters: {
    [k: string]: string;
  };
  /**
   * Left out while it is being answered.
   */
  status?: number;
  /**
   * How many bytes of body were answered.
   */
  bytes: number;
  /**
   * The names of the faults that it met; left out where it met none.
   */
  fault?: string;
  served?: Served;
  /**
   * What of the request no page knows, such as `parameter pageNo`.
   */
  undocumented: string[];
  /**
   * Of a request that no session knows: what it nearly was, in words.
   */
  nearMiss?: string;
}
/**
 * Which records an answer has: those from one place up to another, of all that a window and a filter let pass, in an order.
 */
export interface Served {
  /**
   * The window's beginning, inclusive.
   */
  since?: string;
  /**
   * The window's end, inclusive.
   */
  until?: string;
  /**
   * The actions that the filter lets pass.
   */
  actions?: string[];
  /**
   * Oldest first, or newest first.
   */
  order: 'asc' | 'desc';
  /**
   * The first one's place, counted from 0.
   */
  from: number;
  /**
   * The place behind the last one.
   */
  to: number;
  /**
   * How many the window and the filter let pass.
   */
  total: number;
}
/**
 * How a clock is to move, and then to go on.
 */
export interface MoveClock {
  /**
   * How far it moves on, as an ISO 8601 duration.
   */
  advance?: string;
  /**
   * The instant that it moves to.
   */
  set?: string;
  /**
   * Whether it then runs as the machine's clock does, or stands still.
   */
  running?: boolean;
}
/**
 * What is sent where there is nothing to say: no body, or an empty object.
 */
export interface Nothing {}
/**
 * Which world a session is to have.
 */
export interface OpenSession {
  /**
   * The name of one of the fixtures that the simulator was started with, without its ending, or a whole fixture as an object, which names no files. Left out: the world of all of them.
   */
  fixture?: string | {};
  /**
   * Only these vendors of it. Left out: all that it has.
   *
   * @minItems 1
   */
  vendors?: [string, ...string[]];
  /**
   * The instant at which its clock stands still at first. Left out: as the fixture says.
   */
  now?: string;
  /**
   * How long it lives in real time, as an ISO 8601 duration. Left out: an hour.
   */
  expiresIn?: string;
  faults?: Faults;
  /**
   * Whether it listens on a port of its own, where every request belongs to it, whatever its credential. Left out: it has not.
   */
  ownPort?: boolean;
}
/**
 * A fault. Several that meet one request happen in their order.
 */
export interface Fault {
  /**
   * By which the journal and the list of faults call it. Left out: what it does.
   */
  name?: string;
  when?: FaultWhen;
  do: FaultDo;
}
/**
 * Which requests it meets: those for which all of this holds. Left out: all of the session's.
 */
export interface FaultWhen {
  /**
   * The vendor that is asked. Left out: every one that can have the fault.
   */
  vendor?: string;
  /**
   * What is asked for: an audit log, a list of tickets, one ticket's own data, or a token. Left out: each that can have the fault.
   */
  endpoint?: 'audit-log' | 'tickets' | 'ticket' | 'token';
  /**
   * The request's method.
   */
  method?: 'GET' | 'HEAD' | 'POST';
  /**
   * The ticket that is asked about: its id, or all the names that lead to it.
   */
  ticket?:
    | string
    | {
        /**
         * A name that leads to the ticket.
         */
        [k: string]: string;
      };
  /**
   * Parameters of the query, each with the value that it has to have, decoded.
   */
  query?: {
    /**
     * The value of a parameter.
     */
    [k: string]: string | number | boolean;
  };
  /**
   * Which of the requests for which all the rest of this holds, counted from 1: `3`, `"2..4"` with both ends, `"3.."` and all after it, or `"every 5"`. Left out: all of them.
   */
  nth?: number | string;
  /**
   * The page that is asked for, counted from 1, whatever the parameters are called. A request that does not say is for the first.
   */
  page?: number;
  /**
   * From when on, by the session's clock: an instant, or how long after the session began.
   */
  after?: string;
  /**
   * Until when, by the session's clock: an instant, or how long after the session began.
   */
  before?: string;
  /**
   * How old the token is at least that the request was sent with; one that a fixture gives is as old as the session.
   */
  tokenAge?: string;
  /**
   * How often it happens at most. Left out: as often as it may.
   */
  times?: number;
}
/**
 * What is done: a word, or one deed with what it needs to know.
 */
export interface FaultDo {
  [k: string]: unknown;
}
/**
 * What is known of what a client delivered of a ticket.
 */
export interface Received {
  /**
   * How many records and lines, in all.
   */
  received: number;
}
/**
 * One isolated copy of a world, with all that its clients need.
 */
export interface Session {
  /**
   * Its name in paths; `default` is the session of the fixture's own credentials.
   */
  id: string;
  /**
   * The name of its fixture.
   */
  fixture: string;
  /**
   * When it was opened, in real time.
   */
  opened: string;
  /**
   * When it is closed, in real time; null for the default one, which lives as long as the simulator.
   */
  expires: string | null;
  /**
   * What its clock shows.
   */
  now: string;
  /**
   * Whether its clock runs; else it stands still between moves.
   */
  running: boolean;
  /**
   * How many requests were its own.
   */
  requests: number;
  /**
   * What clients need to know, by the vendor's name.
   */
  vendors: {
    [k: string]: SessionVendor;
  };
}
/**
 * What clients of one vendor need.
 */
export interface SessionVendor {
  /**
   * Scheme, host and port.
   */
  baseUrl: string;
  /**
   * As a fixture writes them, with what they are for, such as a domain.
   */
  credentials: SessionCredential[];
  /**
   * The names that lead to each ticket.
   *
   * Items: The names that lead to one ticket.
   */
  targets: {
    [k: string]: string;
  }[];
}
/**
 * All open sessions, the default one first.
 */
export interface Sessions {
  /**
   * Each without what its clients need.
   */
  sessions: SessionSummary[];
}
/**
 * A session in short.
 */
export interface SessionSummary {
  /**
   * Its name in paths; `default` is the session of the fixture's own credentials.
   */
  id: string;
  /**
   * The name of its fixture.
   */
  fixture: string;
  /**
   * When it was opened, in real time.
   */
  opened: string;
  /**
   * When it is closed, in real time; null for the default one, which lives as long as the simulator.
   */
  expires: string | null;
  /**
   * What its clock shows.
   */
  now: string;
  /**
   * Whether its clock runs; else it stands still between moves.
   */
  running: boolean;
  /**
   * How many requests were its own.
   */
  requests: number;
}
/**
 * The faults that a session is to have, in the place of those that it has.
 */
export interface SetFaults {
  faults: Faults;
}
