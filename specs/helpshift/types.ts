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
  /**
   * Who performed it; null or left out where nobody is known.
   */
  actor?: HelpshiftActor | null;
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
 * Who performed the action. An end user may lack a name, an email or a uid, an automation all of them.
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
 * An issue, as much of it as a client needs to find its audit logs.
 */
export interface HelpshiftTicket {
  /**
   * The publish id: a whole number, or a text where the fixture calls the issue by one.
   */
  id: number | string;
  /**
   * The title; empty where the fixture has none.
   */
  title: string;
  /**
   * When the issue was created, in milliseconds since 1970-01-01T00:00:00Z.
   */
  created_at: number;
  /**
   * When the issue was last changed, in milliseconds since 1970-01-01T00:00:00Z.
   */
  updated_at: number;
}
/**
 * A page of a domain's issues.
 */
export interface HelpshiftTickets {
  /**
   * The page's number, from 1.
   */
  page: number;
  /**
   * The most issues that a page has.
   */
  'page-size': number;
  /**
   * The issues of this page.
   */
  issues: HelpshiftTicket[];
  /**
   * How many issues there are on all pages.
   */
  'total-hits': number;
  /**
   * How many pages there are; 1 where there are no issues.
   */
  'total-pages': number;
}
/**
 * Helpshift has keys and no tokens: nothing is one.
 */
export interface HelpshiftToken {
  [k: string]: unknown;
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
  preset?: 'documented' | 'strict' | 'snake' | 'bare';
  /**
   * How the paging fields are spelt, or that there are none around the list.
   */
  envelope?: 'kebab' | 'snake' | 'bare';
  /**
   * The name of the list of records.
   */
  'list-key'?: 'audit_logs' | 'audit-logs' | 'issues';
  /**
   * Whether the totals count all pages or this one, or are left out.
   */
  totals?: 'overall' | 'page' | 'absent';
  /**
   * How many pages an empty result has.
   */
  'empty-total-pages'?: 1 | 0;
  /**
   * How action_taken_at is written.
   */
  'time-form'?: 'milliseconds' | 'iso';
  /**
   * How a record without from_data, to_data, or an actor's name, email, roles or uid is written.
   */
  'missing-keys'?: 'as-written' | 'null' | 'omitted';
  /**
   * Whether an actor's roles are a list or one text.
   */
  'roles-form'?: 'list' | 'text';
  /**
   * Whether from_data and to_data are JSON values or texts that hold JSON.
   */
  'data-form'?: 'value' | 'text';
  /**
   * How an actor of whom neither name, email nor uid is known is written.
   */
  'automation-actor'?: 'as-written' | 'null' | 'omitted';
  /**
   * Whether a fixture may have actions beyond the three that are published.
   */
  vocabulary?: 'open' | 'published';
  /**
   * How the actions parameter may be written.
   */
  'actions-syntax'?: 'any' | 'json' | 'comma';
  /**
   * What becomes of an action that occurs nowhere in the world.
   */
  'unknown-action'?: 'empty' | 'refused';
  /**
   * Whether a record made exactly at since is served.
   */
  'since-bound'?: 'inclusive' | 'exclusive';
  /**
   * Whether a record made exactly at until is served.
   */
  'until-bound'?: 'inclusive' | 'exclusive';
  /**
   * What a since after until gets.
   */
  'reversed-window'?: 'empty' | 'refused';
  /**
   * What a since or until that is not a whole number gets.
   */
  'bad-time'?: 'refused' | 'ignored';
  /**
   * What a page that is not a whole number from 1 gets.
   */
  'bad-page'?: 'first' | 'empty' | 'refused';
  /**
   * What a page after the last gets.
   */
  'page-beyond-last'?: 'empty' | 'refused';
  /**
   * What a page_size that is not a number gets; in the list of issues, also one out of range.
   */
  'bad-page-size'?: 'default' | 'refused';
  /**
   * What a sort_order other than asc and desc gets, or an unknown sort-by in the list of issues.
   */
  'bad-sort-order'?: 'desc' | 'refused';
  /**
   * The largest page times page_size that is served; 0 for no limit.
   */
  'deepest-record'?: number;
  /**
   * How many days before now records are kept; 0 for ever.
   */
  'retention-days'?: number;
  /**
   * How the API key may be sent.
   */
  auth?: 'any' | 'basic' | 'bearer';
  /**
   * Whether Basic credentials without the colon behind the key are taken.
   */
  'basic-colon'?: 'optional' | 'required';
  /**
   * The status of a refused credential.
   */
  'unauthorized-status'?: 401 | 403;
  /**
   * The status of a domain that the key is not for.
   */
  'foreign-domain'?: 403 | 404;
  /**
   * The status of an issue that does not exist.
   */
  'unknown-issue'?: 404 | 400;
  /**
   * Whether the domain has its API switched on.
   */
  api?: 'enabled' | 'disabled';
  /**
   * The body of an error.
   */
  'error-body'?: 'error-message' | 'message';
  /**
   * What the list of issues is sorted by when not told.
   */
  'issues-order'?: 'creation-time' | 'last-updated';
  /**
   * Whether an audit record moves its issue's updated_at; if not, the fixture says when it was updated, or else it is when it was created.
   */
  'updated-by-audit'?: 'yes' | 'no';
  /**
   * How many requests a minute each key may send; 0 for no limit.
   */
  'rate-limit'?: number;
  /**
   * Whether the rate limit's headers are in every answer, or only where it refuses.
   */
  'rate-limit-headers'?: 'always' | 'refused-only';
  /**
   * Which value counts of a parameter that is given more than once.
   */
  'repeated-parameter'?: 'last' | 'first';
  /**
   * What becomes of a parameter that the page does not have.
   */
  'unknown-parameter'?: 'ignored' | 'refused';
}
