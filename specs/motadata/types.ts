/** Made from the schemas in this folder by `npm run generate`; not edited by hand. */

/**
 * All of a request's audit, newest first.
 */
export type MotadataAnswer = MotadataRecord[];

/**
 * One entry of a request's audit, as Motadata ServiceOps writes it.
 */
export interface MotadataRecord {
  /**
   * A sentence that says what was done.
   */
  auditString: string;
  /**
   * When it was done, as local time in the account's zone and format.
   */
  auditDate: string;
}
/**
 * The body of an error.
 */
export interface MotadataRefusal {
  /**
   * The kind of error.
   */
  code: string;
  /**
   * What is wrong, as a sentence.
   */
  userMessage: string;
  /**
   * Always null, as far as is known.
   */
  cause: null;
}
/**
 * The switches of Motadata ServiceOps: what its page leaves open.
 */
export interface MotadataProfile {
  /**
   * The named profile to start from; single switches go over it.
   */
  preset?: 'documented' | 'sibling-style' | 'strict' | 'lenient' | 'trail-off';
  /**
   * Whether the account lets requesters access the audit trail.
   */
  'audit-trail'?: 'on' | 'off';
  /**
   * What is answered while the audit trail is switched off.
   */
  'audit-trail-off'?: 403 | 400 | 404 | 'empty';
  /**
   * The status of the endpoint on a ServiceOps before 8.4.1.
   */
  'old-version'?: 404 | 400;
  /**
   * Whether records that only technicians may see are served to credentials that are no requester's.
   */
  'technician-entries'?: 'hidden' | 'shown';
  /**
   * What a requester's credential gets for a request of another requester.
   */
  'others-requests'?: 403 | 404 | 'readable';
  /**
   * Whether an API key may be sent as it is, percent-encoded, or both.
   */
  'api-key-form'?: 'both' | 'raw' | 'encoded';
  /**
   * Whether an API key is taken without the word Apikey before it.
   */
  'bare-api-key'?: 'refused' | 'accepted';
  /**
   * The body of a 401: as of other errors, or as of OAuth.
   */
  'unauthorized-body'?: 'coded' | 'oauth';
  /**
   * Whether the path may have two slashes after /api.
   */
  'double-slash'?: 'accepted' | 'refused';
  /**
   * Whether the body may be of any type, or must be application/json.
   */
  'content-type'?: 'any' | 'json';
  /**
   * What becomes of keys of the body other than qualDetails.
   */
  'extra-body-keys'?: 'ignored' | 'refused';
  /**
   * What becomes of a filter in the body's qualDetails.
   */
  'qual-details'?: 'ignored' | 'honoured' | 'refused';
  /**
   * What becomes of the parameters offset and size.
   */
  paging?: 'ignored' | 'honoured' | 'refused';
  /**
   * The most records that one answer has; 0 for no limit.
   */
  'max-entries'?: number;
  /**
   * Whether the list stands alone or in an object with its total.
   */
  envelope?: 'bare' | 'object-list';
  /**
   * Which records come first.
   */
  order?: 'newest-first' | 'oldest-first';
  /**
   * Which records come first of those that have one time.
   */
  'same-minute'?: 'newest-first' | 'oldest-first';
  /**
   * Whether a fixture may have sentences of other forms than the page's.
   */
  vocabulary?: 'open' | 'published';
  /**
   * Whether auditString has HTML's special characters as they are or as entities.
   */
  'html-entities'?: 'raw' | 'escaped';
  /**
   * The language of the names of days and months in auditDate.
   */
  language?: 'en' | 'de';
  /**
   * Which value counts of a parameter that is given more than once.
   */
  'repeated-parameter'?: 'last' | 'first';
  /**
   * What becomes of a parameter that the page does not have.
   */
  'unknown-parameter'?: 'ignored' | 'refused';
}
