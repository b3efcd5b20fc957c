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
 * About a token: 401 and 407.
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
   * Whether a time is read whose plus was sent raw, and so arrives as a blank.
   */
  'space-for-plus'?: 'refused' | 'accepted';
  /**
   * What a startTs or endTs that cannot be read gets: 400 with a list of what is wrong or with one object, 500, or no attention.
   */
  'bad-time'?: '400-list' | '400-object' | 500 | 'ignored';
  /**
   * Whether an activity of exactly startTs is served.
   */
  'start-bound'?: 'inclusive' | 'exclusive';
  /**
   * Whether an activity of exactly endTs is served.
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
   * The most activities that a page has where there is paging, and how many it has when not told.
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
   * The status of an incident that does not exist.
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
