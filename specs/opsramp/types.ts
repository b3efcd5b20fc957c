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
  preset?: 'documented';
  /**
   * Which value counts of a parameter that is given more than once.
   */
  'repeated-parameter'?: 'last' | 'first';
  /**
   * What becomes of a parameter that the page does not have.
   */
  'unknown-parameter'?: 'ignored' | 'refused';
}
