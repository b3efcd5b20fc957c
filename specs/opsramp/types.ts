/** Made from the schemas in this folder by `npm run generate`; not edited by hand. */

/**
 * The body of an error, which has one of three shapes.
 */
export type OpsrampRefusal = OpsrampTokenRefusal | OpsrampCodedRefusal | OpsrampParameterRefusal;
/**
 * About parameters: 400.
 *
 * @minItems 1
 */
export type OpsrampParameterRefusal = [OpsrampParameterFault, ...OpsrampParameterFault[]];

/**
 * One entry of an incident's activity log, as OpsRamp writes it.
 */
export interface OpsrampRecord {
  /**
   * What was done, as text that may hold HTML.
   */
  activity: string;
  /**
   * The changes as HTML, one piece an item.
   */
  htmlLog?: string[];
  /**
   * When it was done, to the second, in UTC.
   */
  createdTime: string;
  /**
   * The kind of entry: TICKET, TICKET_NOTIFICATION and TICKET_INTERNAL_RESPONSE are published.
   */
  logType: string;
  createdBy: OpsrampUser;
  /**
   * The changes, one attribute an item.
   */
  changeLog?: OpsrampChange[];
  /**
   * A notification's recipients, separated by commas.
   */
  toList?: string;
  /**
   * A notification's copied recipients, separated by commas.
   */
  ccList?: string;
}
/**
 * Who did it.
 */
export interface OpsrampUser {
  /**
   * The login name.
   */
  loginName: string;
  /**
   * The last name, which may be blank.
   */
  lastName?: string;
  /**
   * The first name.
   */
  firstName?: string;
  /**
   * The email address.
   */
  email?: string;
  /**
   * The phone number, where known.
   */
  phoneNumber?: string;
}
/**
 * One attribute's change.
 */
export interface OpsrampChange {
  /**
   * The attribute's name.
   */
  attribute: string;
  /**
   * Its value before.
   */
  oldValue: string;
  /**
   * Its value after.
   */
  newValue: string;
}
/**
 * An incident's activities in a window.
 */
export interface OpsrampAnswer {
  /**
   * The activities.
   */
  results: OpsrampRecord[];
  /**
   * How many activities there are in the window.
   */
  totalResults: number;
  /**
   * How many activities this answer has.
   */
  pageSize: number;
  /**
   * Whether there are more.
   */
  nextPage: boolean;
  /**
   * Where the window begins.
   */
  startDate: string;
  /**
   * Where the window ends.
   */
  endDate: string;
  /**
   * Whether the newest comes first.
   */
  descendingOrder: boolean;
}
/**
 * An incident, or a ticket of another type, as far as a connector needs it.
 */
export interface OpsrampTicket {
  /**
   * The id that people see, such as INC0000001798.
   */
  id: string;
  /**
   * What it is about.
   */
  subject?: string;
  /**
   * When it was created, to the second, in UTC.
   */
  createdDate: string;
  /**
   * When it was last changed, to the second, in UTC.
   */
  updatedDate: string;
  /**
   * How it stands, such as Open.
   */
  status?: string;
}
/**
 * A page of the tickets that a search found.
 */
export interface OpsrampTickets {
  /**
   * The tickets.
   */
  results: OpsrampTicket[];
  /**
   * How many tickets were found.
   */
  totalResults: number;
  /**
   * What they are sorted by.
   */
  orderBy: string;
  /**
   * Which page this is, from 1.
   */
  pageNo: number;
  /**
   * How many tickets a page has.
   */
  pageSize: number;
  /**
   * How many pages there are.
   */
  totalPages: number;
  /**
   * Whether there is another page.
   */
  nextPage: boolean;
  /**
   * Which is the next; absent on the last.
   */
  nextPageNo?: number;
  /**
   * Which is the one before; 0 on the first.
   */
  previousPageNo: number;
  /**
   * Whether the order is turned round.
   */
  descendingOrder: boolean;
}
/**
 * A token for a client.
 */
export interface OpsrampToken {
  /**
   * What to send as a bearer token.
   */
  access_token: string;
  /**
   * How to send it.
   */
  token_type: 'bearer';
  /**
   * How many seconds it will live from now.
   */
  expires_in: number;
  /**
   * What it is good for.
   */
  scope: string;
}
/**
 * About a token: 400, 401 and 407; and 429.
 */
export interface OpsrampTokenRefusal {
  /**
   * The kind of error, as a word.
   */
  error: string;
  /**
   * What is wrong, as a sentence.
   */
  error_description: string;
}
/**
 * About anything else: 404, 405, 410, 500.
 */
export interface OpsrampCodedRefusal {
  /**
   * The kind of error.
   */
  code: string;
  /**
   * What is wrong, as a sentence.
   */
  message: string;
}
export interface OpsrampParameterFault {
  /**
   * The kind of error.
   */
  code: string;
  /**
   * The parameter that is wrong.
   */
  fieldName: string;
  /**
   * What is wrong with it, as a sentence.
   */
  message: string;
}
/**
 * The switches of OpsRamp: what its page leaves open.
 */
export interface OpsrampProfile {
  /**
   * The named profile to start from; single switches go over it.
   */
  preset?: 'documented' | 'strict' | 'lenient' | 'paged' | 'classic-401';
  /**
   * Whether a fixture may have log types beyond the three that are published.
   */
  vocabulary?: 'open' | 'published';
  /**
   * Which times are read: those of the page, all of RFC 3339 as well, or also those without a zone (as UTC) and epoch milliseconds.
   */
  'time-forms'?: 'documented' | 'rfc3339' | 'lenient';
  /**
   * Whether a time or a queryString is read whose plus was sent raw, and so arrives as a blank.
   */
  'space-for-plus'?: 'refused' | 'accepted';
  /**
   * What a startTs or endTs that cannot be read gets: 400 with a list of what is wrong or with one object, 500, or no attention.
   */
  'bad-time'?: '400-list' | '400-object' | 500 | 'ignored';
  /**
   * Whether an activity of exactly startTs is served, and a ticket of exactly the start of a search.
   */
  'start-bound'?: 'inclusive' | 'exclusive';
  /**
   * Whether an activity of exactly endTs is served, and a ticket of exactly the end of a search.
   */
  'end-bound'?: 'inclusive' | 'exclusive';
  /**
   * What a startTs after endTs gets.
   */
  'reversed-window'?: 'empty' | 'refused';
  /**
   * Whether true and false may be written in capitals.
   */
  'boolean-case'?: 'any' | 'exact';
  /**
   * What an isDescendingOrder other than true and false gets.
   */
  'bad-boolean'?: 'refused' | 'descending' | 'ascending';
  /**
   * What a parameter with nothing behind its equals sign gets.
   */
  'empty-parameter'?: 'default' | 'refused';
  /**
   * Whether pageNo and pageSize are honoured, and whether the answer then tells its page number.
   */
  paging?: 'none' | 'numbered' | 'unnumbered';
  /**
   * The most tickets that a page of a search has, or activities where there is paging, and how many it has when not told.
   */
  'largest-page'?: number;
  /**
   * Whether a descending answer has the activities of one second in reverse, or keeps them as written; ascending is its mirror.
   */
  'same-second'?: 'mirrored' | 'kept';
  /**
   * What startDate and endDate are when they were not asked for: the default that was used, absent, or null.
   */
  'echo-window'?: 'resolved' | 'asked' | 'null';
  /**
   * How an activity without htmlLog, changeLog, toList or ccList is written.
   */
  'optional-keys'?: 'omitted' | 'null' | 'empty';
  /**
   * How quotation marks inside activity and htmlLog are written; raw ones, as the page prints them, are not JSON.
   */
  quotes?: 'escaped' | 'single' | 'raw';
  /**
   * Which tickets a search has when no dates are given: those created in the last month, or all.
   */
  'search-window'?: 'month' | 'all';
  /**
   * Whether a subject that is searched for must be in a ticket's subject, or be all of it.
   */
  'search-subject'?: 'contains' | 'exact';
  /**
   * What a sortName gets that there is not, or a queryString with a field that there is not.
   */
  'bad-search'?: 'refused' | 'ignored';
  /**
   * What nextPageNo is on a search's last page: absent, or 0.
   */
  'last-page'?: 'absent' | 'zero';
  /**
   * Whether an activity moves the updatedDate of its ticket.
   */
  'updated-by-audit'?: 'yes' | 'no';
  /**
   * Which of the two paths gives tokens: /auth/oauth/token, /tenancy/auth/oauth/token, or both.
   */
  'token-path'?: 'both' | 'short' | 'tenancy';
  /**
   * How many seconds a token lives.
   */
  'token-lifetime'?: number;
  /**
   * Whether a client that has a live token gets the same again, or a new one that ends it.
   */
  'token-reissue'?: 'same' | 'new';
  /**
   * Whether expires_in is a number, or a text as one published sample has it.
   */
  'expires-in'?: 'number' | 'text';
  /**
   * How many plain requests a tenant has in a minute; 0 is no limit at all, and the vendor's is 500.
   */
  'rate-limit'?: number;
  /**
   * How many paginated requests a tenant has in a minute, where rate-limit is not 0.
   */
  'rate-limit-paged'?: number;
  /**
   * Whether the activity log counts as a plain request or as a paginated one.
   */
  'rate-limit-log'?: 'plain' | 'paged';
  /**
   * Whether the values of the headers about the limit stand in quotation marks.
   */
  'rate-limit-quoted'?: 'no' | 'yes';
  /**
   * Whether a header tells which limit a request counts against.
   */
  'rate-limit-bucket'?: 'absent' | 'present';
  /**
   * The status of a request without a token.
   */
  'no-token'?: 401 | 407;
  /**
   * The status of another scheme than Bearer, or of Bearer without a token.
   */
  'malformed-authorization'?: 401 | 407 | 400;
  /**
   * The status of a token that is not known, or no longer.
   */
  'dead-token'?: 407 | 401;
  /**
   * The status of a tenant that the token is not for.
   */
  'foreign-tenant'?: 403 | 401 | 404;
  /**
   * The status of a ticket that does not exist.
   */
  'not-found'?: 404 | 500;
  /**
   * Whether the tenants are active; a deactivated one has 410 for whatever is asked with a token.
   */
  tenant?: 'active' | 'deactivated';
  /**
   * Whether errors come in the three published shapes or all as code and message.
   */
  'error-shapes'?: 'mixed' | 'coded';
  /**
   * Which value counts of a parameter that is given more than once.
   */
  'repeated-parameter'?: 'last' | 'first';
  /**
   * What becomes of a parameter that the page does not have.
   */
  'unknown-parameter'?: 'ignored' | 'refused';
}
