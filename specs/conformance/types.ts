/** Made from the schemas in this folder by `npm run generate`; not edited by hand. */

/**
 * Failures of a subject that are known, each with its issue.
 */
export type BaselineFile = KnownFailure[];
/**
 * The rules that it stands on: the vendor's without its name, others such as http/date whole.
 *
 * @minItems 1
 */
export type Rules = [string, ...string[]];
/**
 * What it was called before, as file/id. No other case is ever called so.
 *
 * @minItems 1
 */
export type Formerly = [string, ...string[]];
/**
 * More basic cases, as file/id, without which this one would say nothing new.
 */
export type Needs = string[];
/**
 * Misbehaviour that is wanted: a list of when what is done, as docs/faults.md has it.
 *
 * @maxItems 1000
 */
export type Faults = Fault[];
/**
 * What must be seen on the wire.
 */
export type Seen = SeenRequests | SeenParameter | SeenBody | SeenWait | SeenDocumented;
/**
 * What must come back: all records that were asked for, once each; or all that were there all along, though some may come twice; or those at these places of the ticket's list; or one of these errors; or all, or else one of these errors.
 */
export type Gets = 'all' | 'all-along' | GetsRecords | GetsError | GetsAllOr;
/**
 * @minItems 1
 */
export type Codes = [
  (
    | 'unauthorized'
    | 'forbidden'
    | 'not_found'
    | 'invalid_request'
    | 'rate_limited'
    | 'unavailable'
    | 'malformed_response'
    | 'timeout'
    | 'unsupported'
    | 'other'
  ),
  ...(
    | 'unauthorized'
    | 'forbidden'
    | 'not_found'
    | 'invalid_request'
    | 'rate_limited'
    | 'unavailable'
    | 'malformed_response'
    | 'timeout'
    | 'unsupported'
    | 'other'
  )[]
];
/**
 * A text; or one in which a piece is repeated.
 */
export type CaseBody = string | RepeatedBody;
/**
 * What must come back: an event for each record; or one like this for every record; or those known by construction; or one of these errors; or any events that are whole, or else one of these errors.
 */
export type Gives = 'constructed' | GivesEvents | GivesEvery | GivesError | GivesAllOr;
/**
 * What a record could not say.
 */
export type EventLoss =
  | 'time.minute_precision'
  | 'time.zone_configured'
  | 'time.zone_unknown'
  | 'time.local_ambiguous'
  | 'time.local_nonexistent'
  | 'time.weekday_mismatch'
  | 'time.unreadable'
  | 'actor.absent'
  | 'actor.partial'
  | 'actor.parsed'
  | 'actor.text_conflict'
  | 'action.unrecognized'
  | 'change.parsed'
  | 'change.ambiguous_split'
  | 'change.html_only'
  | 'change.html_conflict'
  | 'change.stringly_typed'
  | 'visibility.requester_scoped';
/**
 * The lines of JSON that a subject writes, protocol 1.
 */
export type SubjectMessage =
  SubjectHello | SubjectRecords | SubjectResult | SubjectError | SubjectSkip | SubjectSleep;
/**
 * What must hold of answers, or between them.
 */
export type Relation =
  | AnsweredRelation
  | RefusedRelation
  | ShapeRelation
  | EachRelation
  | SomeRelation
  | StatusesRelation
  | NotRelation
  | EqualRelation
  | AlikeRelation
  | ReversedRelation
  | MirroredRelation
  | SortedRelation
  | WithinRelation
  | PartsRelation
  | CutRelation
  | CountRelation
  | ToldRelation
  | HeaderRelation
  | BodyRelation
  | SameHeaderRelation
  | EitherRelation;
/**
 * One of the case's asks, or whole: all records of the ticket, oldest first.
 */
export type AskName = string;

/**
 * What is needed to ask servers: for each vendor a credential, and the tickets that it is known to read. Nothing of it is ever shown.
 */
export interface AccountFile {
  [k: string]: Account;
}
/**
 * A credential, and tickets.
 */
export interface Account {
  credential: AccountCredential;
  ticket: TicketNames;
  empty?: TicketNames1;
  foreign?: TicketNames2;
}
/**
 * The parts of a credential, by the vendor's words for them.
 */
export interface AccountCredential {
  /**
   * A text, or the variable of the environment that has it.
   */
  [k: string]:
    | string
    | {
        env: string;
      };
}
/**
 * A ticket that the credential reads, with at least some ten records of different times.
 */
export interface TicketNames {
  [k: string]: string;
}
/**
 * One without any record.
 */
export interface TicketNames1 {
  [k: string]: string;
}
/**
 * One that there is, and that the credential may not read.
 */
export interface TicketNames2 {
  [k: string]: string;
}
/**
 * A case that fails for a reason that is known.
 */
export interface KnownFailure {
  /**
   * The whole id of the case.
   */
  case: string;
  /**
   * What the report says behind the id: why it fails first of all.
   */
  reason: string;
  /**
   * Where it is being dealt with.
   */
  issue: string;
}
/**
 * Cases of one vendor and one role that are about the same thing.
 */
export interface CaseFile {
  /**
   * What they are about, in a few words.
   */
  about: string;
  /**
   * @minItems 1
   */
  cases: [WrittenCase, ...WrittenCase[]];
}
/**
 * One question, with the answer that is expected.
 */
export interface WrittenCase {
  /**
   * Its name among those of its file.
   */
  id: string;
  /**
   * What a subject does that is right, in one sentence.
   */
  title: string;
  rules: Rules;
  /**
   * 0: works. 1: reads it all. 2: survives refusals. 3: survives hostility.
   */
  level: 0 | 1 | 2 | 3;
  /**
   * Whether a subject that fails is wrong, or could be better. Left out: must.
   */
  strength?: 'must' | 'should';
  /**
   * The version of the suite with which it came; for as long as that is the newest, what must hold only should. Left out: the first.
   */
  since?: string;
  formerly?: Formerly;
  needs?: Needs;
  /**
   * What a subject must claim to be asked this.
   */
  capabilities?: ('since' | 'until' | 'order' | 'actions' | 'token' | 'retry')[];
  world?: CaseWorld;
  faults?: Faults;
  ask?: CaseAsk;
  /**
   * What must be seen on the wire.
   */
  seen?: Seen[];
  gets: Gets;
}
/**
 * The world that the subject meets. Left out: a ticket of some dozens of records.
 */
export interface CaseWorld {
  /**
   * The ticket that is asked for, as a fixture has it.
   */
  ticket?: {};
  /**
   * The vendor's switches.
   */
  profile?: {};
  /**
   * Of which kind the credential is, where there are several. Left out: the vendor's usual one.
   */
  credential?: string;
  /**
   * Whether the vendor's clock stands still, or runs as the machine's does; for a subject that takes its time from us it always stands still. Left out: still.
   */
  clock?: 'still' | 'real';
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
 * What is asked, where it is not simply all of the ticket.
 */
export interface CaseAsk {
  query?: CaseQuery;
  /**
   * What is given in place of what is right.
   */
  credentials?: {
    [k: string]: string;
  };
  /**
   * What is given in place of what is right.
   */
  target?: {
    [k: string]: string;
  };
}
export interface CaseQuery {
  since?: string;
  until?: string;
  order?: 'asc' | 'desc';
  actions?: string[];
}
/**
 * So many requests, both inclusive.
 */
export interface SeenRequests {
  requests: SomeRequests;
  atLeast?: number;
  atMost?: number;
}
/**
 * Which requests: those for which all of this holds. Left out: all.
 */
export interface SomeRequests {
  endpoint?: 'audit-log' | 'tickets' | 'ticket' | 'token';
  method?: string;
  status?: number;
  fault?: string;
  query?: {
    [k: string]: string;
  };
}
/**
 * A parameter that, where it is sent with a request for records, has one of these values, decoded.
 */
export interface SeenParameter {
  /**
   * A parameter that, where it is sent with a request for records, has one of these values, decoded.
   */
  parameter: string;
  /**
   * @minItems 1
   */
  oneOf: [string, ...string[]];
}
/**
 * What each request for records has as its body, as JSON.
 */
export interface SeenBody {
  /**
   * What each request for records has as its body, as JSON.
   */
  body: {
    [k: string]: unknown;
  };
}
/**
 * So long no other request of the endpoint comes after each of those that `after` names, by the session's clock; those aside that were sent before it was answered, for which a fault delays the answer by 250 ms.
 */
export interface SeenWait {
  /**
   * So long no other request of the endpoint comes after each of those that `after` names, by the session's clock; those aside that were sent before it was answered, for which a fault delays the answer by 250 ms.
   */
  waited: string;
  /**
   * And so long at most.
   */
  atMost?: string;
  after: SomeRequests;
}
/**
 * No path, method or parameter is asked for that no page knows.
 */
export interface SeenDocumented {
  /**
   * No path, method or parameter is asked for that no page knows.
   */
  documented: true;
}
export interface GetsRecords {
  /**
   * Places in the ticket's list of records, from 0, in the order in which they must come, if an order is asked for.
   */
  records: number[];
}
export interface GetsError {
  error: Codes;
}
export interface GetsAllOr {
  allOr: Codes;
}
/**
 * Where a team's own events have what AuditEvents have, so that they can be judged as they are. A place is a key, or keys with points between them; a key that has points itself is tried first.
 */
export interface EventMap {
  /**
   * When it happened: a text with Z or an offset, or a number of milliseconds since 1970-01-01T00:00:00Z; nothing or null where it is not known.
   */
  time?: string;
  /**
   * Who did it, by the id, which may be a number, the name or the email address; nothing, null or an empty text where nobody is named.
   */
  actor?: string;
  /**
   * What was done: the verb, the name or the vendor's token.
   */
  action?: string;
  /**
   * The ticket's id, which may be a number.
   */
  target?: string;
  changes?: ChangesMap;
  /**
   * The AuditEvent's id.
   */
  id?: string;
  /**
   * The AuditEvent's losses, as a list.
   */
  loss?: string;
}
/**
 * What was changed: the place of a list, and in each of its items the places of the field and of its values; from and to are compared where they are mapped.
 */
export interface ChangesMap {
  list: string;
  field: string;
  from?: string;
  to?: string;
}
/**
 * Cases for normalizers of one vendor that are about the same thing.
 */
export interface NormalizerCaseFile {
  /**
   * What they are about, in a few words.
   */
  about: string;
  /**
   * @minItems 1
   */
  cases: [WrittenNormalizerCase, ...WrittenNormalizerCase[]];
}
/**
 * One trail, with the events that it becomes.
 */
export interface WrittenNormalizerCase {
  /**
   * Its name among those of its file.
   */
  id: string;
  /**
   * What a subject does that is right, in one sentence.
   */
  title: string;
  rules: Rules;
  /**
   * 0: works. 1: reads it all. 2: survives refusals. 3: survives hostility.
   */
  level: 0 | 1 | 2 | 3;
  /**
   * Whether a subject that fails is wrong, or could be better. Left out: must.
   */
  strength?: 'must' | 'should';
  /**
   * The version of the suite with which it came; for as long as that is the newest, what must hold only should. Left out: the first.
   */
  since?: string;
  formerly?: Formerly;
  needs?: Needs;
  context?: CaseContext;
  /**
   * The vendor's records, in the order in which they stand in the bodies.
   */
  records?: {}[];
  /**
   * So many records that are made from the seed together with their events.
   */
  constructed?: number;
  /**
   * The bodies as texts, where they are not what the vendor would write for the records; in one that is an object, a piece is repeated.
   */
  bodies?: CaseBody[];
  /**
   * In which ways the trail is given once more, with the same events expected. order: its records shuffled. pages: cut into other pages. subset: without some of its records. repeat: as before. keys: the keys of its objects in another order.
   */
  vary?: ('order' | 'pages' | 'subset' | 'repeat' | 'keys')[];
  gives: Gives;
}
/**
 * What is said beside the records; what is left out is the vendor's usual, null takes it away.
 */
export interface CaseContext {
  tenant?: string;
  target_id?: string;
  time_zone?: string | null;
  date_format?: string | null;
}
export interface RepeatedBody {
  before: string;
  open: string;
  /**
   * How often open and close stand there.
   */
  times: number;
  close: string;
  after: string;
}
export interface GivesEvents {
  /**
   * What is expected of the event of each record, in their order.
   */
  events: ExpectedEvent[];
}
/**
 * What an event must have; what is not said here is not asked, but for what every event must have.
 */
export interface ExpectedEvent {
  /**
   * A UUID of version 5, the same for the same record however it was read.
   */
  id?: string;
  source?: ExpectedSource;
  time?: ExpectedTime;
  actor?: ExpectedActor;
  action?: ExpectedAction;
  target?: ExpectedTarget;
  /**
   * Exactly these.
   */
  changes?: EventChange[];
  /**
   * Exactly these; null where there must be none.
   */
  recipients?: EventRecipient[] | null;
  /**
   * null where there must be none.
   */
  message?: string | null;
  /**
   * Exactly these, in any order.
   */
  loss: EventLoss[];
}
/**
 * Where it comes from.
 */
export interface ExpectedSource {
  /**
   * The vendor's name, in lower case.
   */
  vendor?: string;
  /**
   * The product's name.
   */
  product?: string;
  /**
   * The account at the vendor.
   */
  tenant?: string;
  /**
   * Of which kind the vendor's records are.
   */
  record_type?: string;
  /**
   * SHA-256 of the record's canonical form, as hexadecimal digits in lower case.
   */
  record_sha256?: string;
  /**
   * How many identical records stand before it in the trail.
   */
  ordinal?: number;
}
/**
 * When it happened.
 */
export interface ExpectedTime {
  /**
   * In UTC, with three digits of a second's fraction at millisecond precision and none otherwise; at minute precision the second on the record's clock is 00. null where it is not known.
   */
  instant?: string | null;
  /**
   * How exact the record's time is; null where the time cannot be read.
   */
  precision?: 'millisecond' | 'second' | 'minute' | null;
  /**
   * epoch: the time counts from an instant. explicit: the text says its offset. configured: the zone was given beside the records. unknown: nobody says it.
   */
  zone_basis?: 'epoch' | 'explicit' | 'configured' | 'unknown';
  /**
   * The offset such as +00:00, or the IANA name of the configured zone; null where it is unknown.
   */
  zone?: string | null;
  /**
   * The record's time as it is written, numbers in their shortest decimal form; null where it has none.
   */
  original?: string | null;
}
/**
 * Who did it.
 */
export interface ExpectedActor {
  /**
   * user: somebody with an account at the vendor. end_user: somebody whom the tickets serve. system: the product itself. unknown: the record does not say.
   */
  type?: 'user' | 'end_user' | 'system' | 'unknown';
  /**
   * What the vendor identifies the actor by.
   */
  id?: string | null;
  /**
   * The name that is shown, without blanks around it.
   */
  name?: string | null;
  /**
   * The email address, without blanks around it.
   */
  email?: string | null;
  /**
   * structured: from fields of the record. parsed: cut out of a sentence. absent: nobody is named.
   */
  basis?: 'structured' | 'parsed' | 'absent';
  /**
   * null where there must be none.
   */
  roles?: string[] | null;
}
/**
 * What was done.
 */
export interface ExpectedAction {
  /**
   * What it comes to, the same for all vendors.
   */
  verb?: 'create' | 'read' | 'update' | 'delete' | 'comment' | 'notify' | 'other';
  /**
   * The vendor's token in lower snake case; null where there is none.
   */
  name?: string | null;
  /**
   * The vendor's token, as it is written; null where there is none.
   */
  original?: string | null;
  /**
   * structured: the verb stands on a field of the record. parsed: it stands on a sentence.
   */
  basis?: 'structured' | 'parsed';
}
/**
 * What it was done to.
 */
export interface ExpectedTarget {
  /**
   * What all vendors' tickets are.
   */
  type?: 'ticket';
  /**
   * What this vendor calls its tickets.
   */
  subtype?: string;
  /**
   * The ticket's id, as it was asked for.
   */
  id?: string;
  /**
   * The ticket's subject, where this record says it.
   */
  name?: string | null;
}
/**
 * One field's change.
 */
export interface EventChange {
  /**
   * The field's name as the vendor writes it; null where the whole state changed.
   */
  field: string | null;
  /**
   * What became of it.
   */
  op: 'set';
  /**
   * Its value before; left out where the record does not say it.
   */
  from?: {} | unknown[] | string | number | boolean | null;
  /**
   * Its value after; left out where the record does not say it.
   */
  to?: {} | unknown[] | string | number | boolean | null;
  /**
   * structured: from fields of the record. parsed: cut out of a sentence.
   */
  basis: 'structured' | 'parsed';
}
/**
 * One who was notified.
 */
export interface EventRecipient {
  /**
   * How the recipient was addressed.
   */
  kind: 'to' | 'cc';
  /**
   * As the record has it, without blanks around it.
   */
  address: string;
}
export interface GivesEvery {
  every: ExpectedEvent;
}
export interface GivesError {
  error: Codes;
}
export interface GivesAllOr {
  allOr: Codes;
}
export interface SubjectHello {
  type: 'hello';
  protocol: 1;
  subject: {
    name: string;
    version?: string;
    language?: string;
  };
  roles: ('client' | 'connector' | 'normalizer')[];
  vendors: string[];
  capabilities: ('since' | 'until' | 'order' | 'actions' | 'token' | 'retry' | 'virtual-clock')[];
  /**
   * The parts of credentials that it can be given; who is to be given another is not asked. Left out: any.
   *
   * @minItems 1
   */
  takes?: [
    'api_key' | 'token' | 'client_id' | 'client_secret' | 'username' | 'password',
    ...('api_key' | 'token' | 'client_id' | 'client_secret' | 'username' | 'password')[]
  ];
}
export interface SubjectRecords {
  type: 'records';
  /**
   * That of the request.
   */
  id: string;
  records: unknown[];
}
export interface SubjectResult {
  type: 'result';
  /**
   * That of the request.
   */
  id: string;
  /**
   * Of a fetch: that these were all records.
   */
  complete?: true;
  /**
   * Of a normalize: all events.
   */
  events?: unknown[];
}
export interface SubjectError {
  type: 'error';
  /**
   * That of the request.
   */
  id: string;
  code:
    | 'unauthorized'
    | 'forbidden'
    | 'not_found'
    | 'invalid_request'
    | 'rate_limited'
    | 'unavailable'
    | 'malformed_response'
    | 'timeout'
    | 'unsupported'
    | 'other';
  message: string;
}
export interface SubjectSkip {
  type: 'skip';
  /**
   * That of the request.
   */
  id: string;
  capability: string;
  reason: string;
}
export interface SubjectSleep {
  type: 'sleep';
  /**
   * That of the request.
   */
  id: string;
  until: string;
}
/**
 * Cases of one vendor's servers that are about the same thing.
 */
export interface ServerCaseFile {
  /**
   * What they are about, in a few words.
   */
  about: string;
  /**
   * @minItems 1
   */
  cases: [WrittenServerCase, ...WrittenServerCase[]];
}
/**
 * One question to a server of whose data nothing is known, and what must hold of its answers; or a switch that they tell.
 */
export interface WrittenServerCase {
  /**
   * Its name among those of its file.
   */
  id: string;
  /**
   * What a server does that is right, in one sentence; of a silence, what is asked.
   */
  title: string;
  /**
   * The rules that it stands on: the vendor's without its name, others such as http/date whole.
   *
   * @minItems 1
   */
  rules: [string, ...string[]];
  /**
   * 0: answers. 1: serves it all. 2: refuses as it should. 3: what nobody says.
   */
  level: 0 | 1 | 2 | 3;
  /**
   * Whether a server that fails is wrong, or could be better. Left out: must.
   */
  strength?: 'must' | 'should';
  /**
   * More basic cases, as file/id, without which this one would say nothing new.
   */
  needs?: string[];
  given?: Given;
  /**
   * What is asked, each by a name; whole need not be among them.
   */
  asks?: {
    [k: string]: Ask;
  };
  /**
   * All of this must be so.
   *
   * @minItems 1
   */
  holds?: [Relation, ...Relation[]];
  silence?: Silence;
  /**
   * The version of the suite with which it came; for as long as that is the newest, what must hold only should. Left out: the first.
   */
  since?: string;
  /**
   * What it was called before, as file/id. No other case is ever called so.
   *
   * @minItems 1
   */
  formerly?: [string, ...string[]];
}
/**
 * What the ticket must have, so that there is something to ask.
 */
export interface Given {
  /**
   * At least so many records.
   */
  records?: number;
  /**
   * Of at least so many different times.
   */
  times?: number;
  /**
   * Of at least so many kinds.
   */
  kinds?: number;
  /**
   * The credential has this part.
   */
  credential?: string;
  /**
   * Switches that earlier cases have found to be so; whatever else they may be, there is nothing to ask.
   */
  switches?: {
    [k: string]: string | number | (string | number)[];
  };
}
/**
 * A request, as it differs from the endpoint's usual one.
 */
export interface Ask {
  /**
   * Left out: the audit log.
   */
  endpoint?: string;
  /**
   * Which ticket: known, empty and foreign are told by the user, others the vendor's cases make up. Left out: known.
   */
  ticket?: string;
  /**
   * How the credential is sent, or what in its place. Left out: usual.
   */
  credential?: string;
  /**
   * Only what reads. Left out: the endpoint's.
   */
  method?: 'GET' | 'HEAD';
  /**
   * In the place of the endpoint's.
   */
  path?: string;
  /**
   * Parameters.
   */
  query?: {
    /**
     * A text in which {middle}, {third} and so on stand for what the trail gives; null takes away what the endpoint is asked with otherwise; a list is given several times.
     */
    [k: string]: string | number | null | (string | number)[];
  };
  /**
   * What stands behind the parameters, as it is.
   */
  raw?: string;
  /**
   * Headers; null takes one away.
   */
  headers?: {
    [k: string]: string | null;
  };
  /**
   * In the place of the endpoint's; null for none.
   */
  body?: string | null;
  /**
   * Whether all pages are read, one after the other.
   */
  every?: true;
  /**
   * Whether it is asked once more, though it was asked before.
   */
  again?: true;
}
/**
 * It is answered with 200, and can be read.
 */
export interface AnsweredRelation {
  answered: AskName;
}
/**
 * It is refused: its status is 400 or more.
 */
export interface RefusedRelation {
  refused: AskName;
  /**
   * The statuses that are right. Left out: any from 400 on, but 500 and more.
   *
   * @minItems 1
   */
  with?: [number, ...number[]];
}
/**
 * Its body has this shape.
 */
export interface ShapeRelation {
  shape: AskName;
  /**
   * A place in a schema of the vendor's, or a schema.
   */
  is: string | {};
}
/**
 * Each of its records has this shape.
 */
export interface EachRelation {
  each: AskName;
  /**
   * A place in a schema of the vendor's, or a schema.
   */
  is: string | {};
}
/**
 * Some of its records has this shape.
 */
export interface SomeRelation {
  some: AskName;
  /**
   * A place in a schema of the vendor's, or a schema.
   */
  is: string | {};
}
/**
 * Both are answered with the same status, or with different ones.
 */
export interface StatusesRelation {
  /**
   * Two asks.
   *
   * @minItems 2
   * @maxItems 2
   */
  statuses: [AskName, AskName];
  are: 'equal' | 'different';
}
/**
 * This does not hold.
 */
export interface NotRelation {
  not: Relation;
}
/**
 * Both have the same records, in the same order.
 */
export interface EqualRelation {
  /**
   * Two asks.
   *
   * @minItems 2
   * @maxItems 2
   */
  equal: [AskName, AskName];
}
/**
 * Both have the same records, in any order.
 */
export interface AlikeRelation {
  /**
   * Two asks.
   *
   * @minItems 2
   * @maxItems 2
   */
  alike: [AskName, AskName];
}
/**
 * One is the other from its end to its beginning, but for the order of records of one time.
 */
export interface ReversedRelation {
  /**
   * Two asks.
   *
   * @minItems 2
   * @maxItems 2
   */
  reversed: [AskName, AskName];
}
/**
 * One is the other from its end to its beginning, records of one time as well.
 */
export interface MirroredRelation {
  /**
   * Two asks.
   *
   * @minItems 2
   * @maxItems 2
   */
  mirrored: [AskName, AskName];
}
/**
 * Its records are in order of time.
 */
export interface SortedRelation {
  sorted: AskName;
  order: 'asc' | 'desc';
}
/**
 * All records of the first are among those of the second.
 */
export interface WithinRelation {
  /**
   * Two asks.
   *
   * @minItems 2
   * @maxItems 2
   */
  within: [AskName, AskName];
}
/**
 * Together they have each record of the whole once.
 */
export interface PartsRelation {
  /**
   * The parts.
   *
   * @minItems 1
   */
  parts: [AskName, ...AskName[]];
  of: AskName;
}
/**
 * It has those records of the other that fit, and no others.
 */
export interface CutRelation {
  cut: AskName;
  of: AskName;
  since?: string;
  until?: string;
  /**
   * Whether a record of exactly one of these times is among them. Left out: nobody says.
   */
  bounds?: 'inclusive' | 'exclusive';
  /**
   * Kinds of records.
   *
   * @minItems 1
   */
  kinds?: [string, ...string[]];
}
/**
 * So many records it has.
 */
export interface CountRelation {
  count: AskName;
  /**
   * A number, or the name of one that the trail gives, such as third.
   */
  is?: number | string;
  /**
   * A number, or the name of one that the trail gives, such as third.
   */
  atLeast?: number | string;
  /**
   * A number, or the name of one that the trail gives, such as third.
   */
  atMost?: number | string;
}
/**
 * What its answer tells beside its records.
 */
export interface ToldRelation {
  told: AskName;
  name: string;
  /**
   * A value, or the name of one that the trail gives in braces. Left out: that it is told at all.
   */
  is?: number | string | boolean | null;
}
/**
 * It has a header like this, or has none.
 */
export interface HeaderRelation {
  header: AskName;
  name: string;
  /**
   * A regular expression. Left out: there is none.
   */
  matches?: string;
}
/**
 * The text of its body matches this.
 */
export interface BodyRelation {
  body: AskName;
  /**
   * A regular expression.
   */
  matches: string;
}
/**
 * Both have the same value of a header, or both have none.
 */
export interface SameHeaderRelation {
  /**
   * Two asks.
   *
   * @minItems 2
   * @maxItems 2
   */
  sameHeader: [AskName, AskName];
  name: string;
}
/**
 * One of these holds, or several.
 */
export interface EitherRelation {
  /**
   * @minItems 2
   */
  either: [Relation, Relation, ...Relation[]];
}
/**
 * A switch that is read from the answers.
 */
export interface Silence {
  /**
   * Its name in the profile.
   */
  switch: string;
  /**
   * By which relations each of its values is known; all values that fit are possible.
   */
  values?: {
    [k: string]: Relation[];
  };
  reads?: NumberPlace;
}
/**
 * Of a switch that is a number: where an answer tells it.
 */
export interface NumberPlace {
  of: AskName;
  /**
   * What its answer tells beside its records.
   */
  told?: string;
  /**
   * One of its headers.
   */
  header?: string;
}
/**
 * How a finished program is started, configured and read, so that it can be judged as it is. In its texts {base_url} stands for the simulator's URL, {state} for an empty folder, {config} for the path of the configuration, {now} for the vendor's time; {api_key} and so on for parts of the credential, {issue_id} and so on for the names that lead to the ticket, and {since}, {until}, {order}, {actions} for what is asked.
 */
export interface SubjectFile {
  /**
   * The vendor that it reads.
   */
  vendor: string;
  /**
   * The program and its arguments; no shell reads them. A list among them is left out where what it needs is not asked for: ["--since", "{since}"].
   *
   * @minItems 1
   */
  command: [string | string[], ...(string | string[])[]];
  /**
   * Variables that it has beside those of this process.
   */
  env?: {
    [k: string]: string;
  };
  /**
   * What is written to {config} before it starts.
   */
  config?: {
    /**
     * The file's name. Left out: config.
     */
    name?: string;
    text: string;
  };
  /**
   * Where what it delivers comes out: stdout, or the path of a file. Left out: stdout.
   */
  output?: string;
  /**
   * Whether that is one JSON value in each line, or one JSON list. Left out: ndjson.
   */
  format?: 'ndjson' | 'json';
  /**
   * What it can do beyond reading all; what it does not promise is not asked of it.
   */
  promises?: ('since' | 'until' | 'order' | 'actions' | 'token' | 'retry')[];
  /**
   * By what of its output a record is recognised that has no marker: where its time stands, and where a text of the record.
   */
  match?: {
    time: string;
    text: string;
  };
}
