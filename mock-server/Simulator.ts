/** A simulator, to who starts one. */

export interface SimulatorOptions {
  /**
   * A YAML file's path, or a fixture as an object; several make one world.
   * Left out: the pages' own sample data.
   */
  fixture?: string | object | readonly (string | object)[] | undefined;
  /** 0, the default, picks a free one. */
  port?: number;
  /** Default `127.0.0.1`. */
  host?: string;
  /** Answer over https. Default `false`. */
  tls?: TlsOptions;
  /**
   * Move the whole world in time, as `now: today` in a fixture does, so that its last record is
   * one to two minutes old; the clock then runs. Default `false`.
   */
  rebase?: boolean;
  bounds?: SimulatorBounds;
}

/** How much a simulator keeps. */
export interface SimulatorBounds {
  /** Open sessions beside the default one. Default 10,000. */
  sessions?: number;
  /** Requests in each session's journal. Default 1,000. */
  journalEntries?: number;
  /** Bytes of targets, headers and bodies in each session's journal. Default 1 MiB. */
  journalBytes?: number;
}

/**
 * `true` makes a throw-away authority and a certificate for localhost, 127.0.0.1, ::1 and `host`;
 * `names` are host names and IP addresses that it is good for as well. `cert` and `key` are PEM
 * texts of your own.
 */
export type TlsOptions =
  | boolean
  | { names?: readonly string[]; cert?: undefined; key?: undefined }
  | { names?: undefined; cert: string; key: string };

/** A simulator that is running; it keeps its process alive until it is closed. */
export interface Simulator {
  /** Scheme, host and port. */
  url: string;
  /** The certificate of the throw-away authority as PEM, where one was made; trust it. */
  ca?: string;
  /** The default session's. */
  clock: SimulatorClock;
  /** The default session's. @throws RangeError where the fixture has no such vendor */
  credentials(vendor: string): SimulatorCredentials;
  sessions: SimulatorSessions;
  /** What was asked with credentials that no session knows. */
  unattributed(): Journal;
  /** Takes no new requests, lets those in flight finish, and resolves when all connections are closed. */
  close(): Promise<void>;
}

/** Isolated copies of worlds, each with credentials of its own, by which its requests are known. */
export interface SimulatorSessions {
  /**
   * Opens one.
   * @throws FixtureError where the fixture is wrong
   * @throws RangeError where an option is wrong, or there are as many as may be
   */
  open(options?: SessionOptions): Promise<SimulatorSession>;
  /** The one with an id; `default` is the one of the fixture's own credentials. */
  get(id: string): SimulatorSession | undefined;
  /** The default one first. */
  list(): SimulatorSession[];
}

export interface SessionOptions {
  /** The name of one of the files that the simulator was started with, without its ending, or a fixture as an object. Left out: the world of all. */
  fixture?: string | object;
  /** Only these vendors of it. */
  vendors?: readonly string[];
  /** The instant at which its clock stands still at first; left out: as the fixture says. */
  now?: string;
  /** An ISO 8601 duration of real time after which it is closed. Default `PT1H`, at most `P7D`. */
  expiresIn?: string;
  /** Misbehaviour that is wanted, in the place of the fixture's. */
  faults?: readonly GivenFault[];
  /** Listen on a port of its own, where every request belongs to it, whatever its credential. */
  ownPort?: boolean;
}

/** One isolated copy of a world. */
export interface SimulatorSession {
  readonly id: string;
  /** The name of its fixture. */
  readonly fixture: string;
  /** Of real time, epoch milliseconds; the default session never expires. */
  readonly opened: number;
  readonly expires: number | undefined;
  /** What clients need, by the name of the vendor. */
  readonly vendors: Readonly<Record<string, SessionVendor>>;
  readonly clock: SimulatorClock;
  /** How many requests were its own. */
  readonly requests: number;
  /** @throws RangeError where it has no such vendor */
  credentials(vendor: string): SimulatorCredentials;
  /**
   * Adds records to a ticket's trail, in this session only.
   * @param target as `vendors` gives it
   * @param records the vendor's own objects, or frames, as in a fixture
   * @throws FixtureError where a record is wrong
   * @throws RangeError where there is no such vendor or ticket, or there are as many as may be
   */
  append(
    vendor: string,
    target: Readonly<Record<string, string>>,
    records: readonly object[],
  ): void;
  /**
   * Lets old records go, in this session only.
   * @param before an instant; those that were made before it are gone
   * @throws RangeError where there is no such vendor or ticket, or it is no instant
   */
  forget(vendor: string, target: Readonly<Record<string, string>>, before: string): void;
  journal(): Journal;
  /** Its faults, with how often each has happened. */
  faults(): readonly SetFault[];
  /**
   * Puts other faults in their place, none of which has happened yet.
   * @throws FixtureError where one is wrong, or its vendor cannot have it
   */
  setFaults(faults: readonly GivenFault[]): void;
  /**
   * Takes what a client delivered of a ticket, to be judged with its completeness; more may follow.
   * @param delivered records of the vendor's own shape, or lines of any, in the client's order;
   *   `anew`: instead of what was told before
   * @returns how many records and lines it was told of the ticket
   * @throws RangeError where there is no such vendor or ticket, or it is more than is remembered
   */
  received(
    vendor: string,
    target: Readonly<Record<string, string>>,
    delivered: ToldDelivery,
  ): number;
  /** @throws RangeError where there is no such vendor, ticket or credential */
  completeness(question: CompletenessQuestion): Completeness;
  /** As it was when it was opened: clock, credentials, records, limits, faults that have not happened, an empty journal. */
  reset(): void;
  /** Ends it; the default one goes with the simulator. @throws RangeError for the default one */
  close(): Promise<void>;
}

/** A fault, as docs/faults.md has it: `{ when: { page: 3 }, do: 'reset' }`. */
export interface GivenFault {
  name?: string;
  when?: object;
  do: string | object;
}

/** A fault, and how often it has happened. */
export interface SetFault extends GivenFault {
  name: string;
  fired: number;
}

/** What a client needs to know of a vendor. */
export interface SessionVendor {
  /** Scheme, host and port. */
  baseUrl: string;
  /** As a fixture writes them, with what they are for, such as a domain. */
  credentials: readonly Readonly<Record<string, string>>[];
  /** The names that lead to each ticket. */
  targets: readonly Readonly<Record<string, string>>[];
}

/** The time of the world. */
export interface SimulatorClock {
  /** Epoch milliseconds. */
  now(): number;
  /** Whether it runs as the machine's does; else it stands still between moves. */
  readonly running: boolean;
  /**
   * Moves the time on.
   * @param duration ISO 8601, such as `PT1H`
   * @throws RangeError where it is none, or goes back
   */
  advance(duration: string): void;
  /** Moves it to an instant, such as `2025-03-31T06:30:00Z`. @throws RangeError where it is none */
  set(instant: string): void;
  /** Lets it run on from where it stands. */
  run(): void;
  /** Lets it stand still where it is. */
  stop(): void;
}

/** A vendor's credentials, by the names that the fixture gives them. @throws RangeError where there is no such name */
export interface SimulatorCredentials {
  /** As a fixture writes them, with what they are for. */
  list(): Readonly<Record<string, string>>[];
  /** Ends their live tokens; their clients may fetch new ones. */
  endTokens(name: string): void;
  /** Ends them, and their tokens. */
  revoke(name: string): void;
  /** Gives them other secrets, such as `{ api_key: 'new' }`; the old ones end. Left out: made-up ones. */
  rotate(name: string, secrets?: Readonly<Record<string, string>>): void;
  /** Adds one, as a fixture writes it, with what it is for, such as `{ name, api_key, domain }`. @throws FixtureError where it is wrong */
  add(entry: Readonly<Record<string, string>>): void;
}

/** What was asked and answered, the oldest first; only so much is kept. */
export interface Journal {
  entries: readonly JournalEntry[];
  /** How many older ones are kept no more. */
  dropped: number;
}

/** A request and its answer, without secrets. */
export interface JournalEntry {
  /** Counted from 1. */
  n: number;
  /** By the session's clock, and by the machine's; instants. */
  time: string;
  realTime: string;
  /** Absent where the path is no vendor's. */
  vendor?: string;
  /** What was asked for: `audit-log`, `tickets`, `ticket` or `token`. Absent where there is no such path. */
  endpoint?: string;
  /** The name of the credential that was good for it, if it has one. */
  credential?: string;
  method: string;
  /** As it was sent. */
  target: string;
  /** As they were sent, in their order; credentials are shortened. */
  headers: readonly (readonly [name: string, value: string])[];
  /** Its first 4 KiB. */
  body?: string;
  /** The query's, decoded. */
  parameters: Readonly<Record<string, string>>;
  /** Absent while it is being answered, and where it was not. */
  status?: number;
  /** How many bytes of body were sent. */
  bytes: number;
  /** The faults that it met, by name. */
  fault?: string;
  /** Which records an audit log's answer has, or would have had. */
  served?: Served;
  /** What of the request no page knows, such as `parameter pageNo`. */
  undocumented: readonly string[];
  /** Of a request that no session knows: what it nearly was, in words. */
  nearMiss?: string;
}

/** What is asked of the completeness of what a client got. */
export interface CompletenessQuestion {
  vendor: string;
  /** As `vendors` gives it. */
  target: Readonly<Record<string, string>>;
  /** Instants, both inclusive; left out, with actions: all that lies in what the client asked for. */
  since?: string;
  until?: string;
  actions?: readonly string[];
  /** The name of a credential, where several that see different records have asked. Left out: the first that asked. */
  credential?: string;
}

/** What a client delivered: records of the vendor's own shape, or lines of any. */
export type ToldDelivery = { anew?: boolean } & (
  | { records: readonly unknown[]; lines?: undefined }
  | { records?: undefined; lines: readonly string[] }
);

/** Which of a ticket's events a client got in whole answers, as far as its credential could have read them. */
export interface Completeness {
  vendor: string;
  target: Readonly<Record<string, string>>;
  credential?: string;
  /** False where there is too much to remember, or nothing to judge. */
  judged: boolean;
  /** Why it is not judged. */
  because?: string;
  /** What was asked for. */
  asked: { since?: string; until?: string; actions?: readonly string[] };
  /** How many answers with records there were. */
  answers: number;
  events: number;
  served: number;
  missed: number;
  repeated: number;
  /** Whether it is judged and nothing is missed. */
  complete: boolean;
  /** How many were missed, and repeated, for which cause; `unexplained` where there are too many to look into all. */
  missedBecause: Readonly<Record<string, number>>;
  repeatedBecause: Readonly<Record<string, number>>;
  /** The first thousand of each cause. */
  missedEvents: readonly ToldEvent[];
  repeatedEvents: readonly ToldEvent[];
  /** How long after they could be read events were served first, as ISO 8601 durations of the session's clock. */
  delay?: { median: string; longest: string };
  /** Where the session was told what was delivered. */
  delivered?: DeliveryVerdict;
}

/** What a client says that it delivered, held against the events that it should have. */
export interface DeliveryVerdict {
  /** False where there are lines that nobody can recognise. */
  judged: boolean;
  /** Why it is not judged. */
  because?: string;
  received: number;
  /** Events that were not delivered; those that had been served were lost by the client (`lost-by-client`). */
  missing: number;
  missingBecause: Readonly<Record<string, number>>;
  /** Events that were delivered more often than there are such. */
  repeated: number;
  /** Deliveries that are like no event. */
  invented: number;
  /** Records that are not as they were served. */
  altered: number;
  /** By the times of the events. */
  order: 'ascending' | 'descending' | 'mixed';
  /** Whether it is judged, and each event was delivered once and unaltered, and nothing else. */
  faithful: boolean;
  /** The first thousand of each. */
  missingEvents: readonly ToldEvent[];
  repeatedEvents: readonly (Omit<ToldEvent, 'cause' | 'between' | 'says'> & { times: number })[];
  /** Their places in the delivery, from 0. */
  inventedAt: readonly number[];
  /** With the path of the first part that differs. */
  alteredAt: readonly { at: number; path: string }[];
}

/** An event that was missed, or served again. */
export interface ToldEvent {
  /** An instant, as it is served. */
  time: string;
  action?: string;
  /** What happened, in a few words. */
  gist: string;
  /** By which it can be recognised, if it has one. */
  marker?: string;
  cause: string;
  /** The journal's numbers of the answers between which it slipped, or of the one in which it was lost. */
  between: readonly number[];
  /** The same in words. */
  says: string;
}

/** The records from one place up to another, of all that a window and a filter let pass, in an order. */
export interface Served {
  /** Instants, both inclusive. */
  since?: string;
  until?: string;
  actions?: readonly string[];
  order: 'asc' | 'desc';
  /** Counted from 0; `to` is exclusive. */
  from: number;
  to: number;
  total: number;
}
