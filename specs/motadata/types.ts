/** Made from the schemas in this folder by `npm run generate`; not edited by hand. */

/**
 * All of a request's audit, newest first.
 */
export type MotadataAnswer = MotadataRecord[];
/**
 * The body of an error.
 */
export type MotadataRefusal = MotadataCodedRefusal | MotadataTokenRefusal;

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
 * A request, as far as a connector needs it.
 */
export interface MotadataTicket {
  /**
   * The integer id, which paths have.
   */
  id: number;
  /**
   * The name that users see, such as INC-1.
   */
  name: string;
  /**
   * What it is about.
   */
  subject: string;
  /**
   * When it was made, in epoch milliseconds.
   */
  createdTime: number;
  /**
   * When it was last changed, in epoch milliseconds.
   */
  updatedTime: number;
}
/**
 * A page of the requests that the credential may read.
 */
export interface MotadataTickets {
  /**
   * The requests of the page.
   */
  objectList: MotadataTicket[];
  /**
   * How many requests all pages have.
   */
  totalCount: number;
}
/**
 * A token, and how long it lives.
 */
export interface MotadataToken {
  /**
   * The token to send as a bearer token, a signed JWT.
   */
  access_token: string;
  /**
   * How it is sent.
   */
  token_type: 'bearer';
  /**
   * What gets the next token.
   */
  refresh_token: string;
  /**
   * How many whole seconds are left of its life.
   */
  expires_in: number;
  /**
   * The one scope of an integration.
   */
  scope: 'other-api-scope';
  /**
   * The id of the access token.
   */
  jti: string;
}
/**
 * The body of an error of any endpoint but the tokens'.
 */
export interface MotadataCodedRefusal {
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
 * The body of an error of the token endpoint, as of OAuth.
 */
export interface MotadataTokenRefusal {
  /**
   * The kind of error.
   */
  error: 'invalid_request' | 'invalid_client' | 'invalid_grant' | 'unsupported_grant_type';
  /**
   * What is wrong, as a sentence.
   */
  error_description: string;
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
   * What becomes of a filter in the body's qualDetails. Where it is honoured, each record is looked at, and a ticket may have at most 100,000 generated ones.
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
   * How many seconds a token lives.
   */
  'token-lifetime'?: number;
  /**
   * What a client that has a live token and asks with its password gets: the same token, or a new one that ends it.
   */
  'token-reissue'?: 'same' | 'new';
  /**
   * Whether a refresh gives the same refresh token again, or a new one that ends it.
   */
  'refresh-reissue'?: 'same' | 'new';
  /**
   * How the form for a token may be written.
   */
  'token-body'?: 'any' | 'multipart' | 'urlencoded';
  /**
   * The status for a user or password that is wrong.
   */
  'wrong-password'?: 400 | 401;
  /**
   * How many requests may come at once; 0 for no limit.
   */
  'rate-limit-capacity'?: number;
  /**
   * How many more requests may come with each second.
   */
  'rate-limit-refill'?: number;
  /**
   * What is counted together: the requests of each credential, or all.
   */
  'rate-limit-per'?: 'credential' | 'account';
  /**
   * What X-RateLimit-Reset has: the milliseconds until the next request is possible, or that instant in epoch milliseconds.
   */
  'rate-limit-reset'?: 'delta' | 'epoch';
  /**
   * The status of a request that is one too many.
   */
  'rate-limit-status'?: 429 | 503 | 403;
  /**
   * How many requests a page of the list has where size is left out.
   */
  'list-size'?: number;
  /**
   * Which requests come first where sort_by is left out.
   */
  'list-order'?: 'newest-first' | 'oldest-first';
  /**
   * How the list is sorted by a name in sort_by without a minus; with it, the other way round.
   */
  'list-sort'?: 'ascending' | 'descending' | 'ignored';
  /**
   * What becomes of an offset, a size or a sort_by that cannot be understood.
   */
  'list-bad-parameter'?: 'ignored' | 'refused';
  /**
   * What becomes of a filter in the body of the list's qualDetails.
   */
  'list-filter'?: 'ignored' | 'refused';
  /**
   * Whether an audit record moves its request's updatedTime.
   */
  'updated-by-audit'?: 'yes' | 'no';
  /**
   * Which value counts of a parameter that is given more than once.
   */
  'repeated-parameter'?: 'last' | 'first';
  /**
   * What becomes of a parameter that the page does not have.
   */
  'unknown-parameter'?: 'ignored' | 'refused';
}
