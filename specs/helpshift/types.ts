/** Made from the schemas in this folder by `npm run generate`; not edited by hand. */

/**
 * One action taken on an issue, as Helpshift writes it.
 */
export interface HelpshiftRecord {
  /**
   * When the action took place, in milliseconds since 1970-01-01T00:00:00Z.
   */
  action_taken_at: number;
  /**
   * What took place, such as create-issue, add-tags or resolve.
   */
  action: string;
  actor: HelpshiftActor;
  /**
   * The object's state before the action.
   */
  from_data?: {} | unknown[] | string | number | boolean | null;
  /**
   * The object's state after the action.
   */
  to_data?: {} | unknown[] | string | number | boolean | null;
}
/**
 * Who performed the action. An end user may lack a name, an email or a uid.
 */
export interface HelpshiftActor {
  /**
   * The name shown in Helpshift.
   */
  name?: string | null;
  /**
   * The email address.
   */
  email?: string | null;
  /**
   * The roles held.
   */
  roles?: string[] | null;
  /**
   * The end user's id, where available.
   */
  uid?: string | null;
}
/**
 * A page of an issue's audit logs.
 */
export interface HelpshiftAnswer {
  /**
   * The page's number, from 1.
   */
  page: number;
  /**
   * The most records that a page has.
   */
  'page-size': number;
  /**
   * How many records there are on all pages.
   */
  'total-hits': number;
  /**
   * How many pages there are; 1 where there are no records.
   */
  'total-pages': number;
  /**
   * The records of this page.
   */
  audit_logs: HelpshiftRecord[];
}
/**
 * The body of an error.
 */
export interface HelpshiftRefusal {
  /**
   * The kind of error, as a word.
   */
  error: string;
  /**
   * What is wrong, as a sentence.
   */
  message: string;
}
/**
 * The switches of Helpshift: what its page leaves open.
 */
export interface HelpshiftProfile {
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
