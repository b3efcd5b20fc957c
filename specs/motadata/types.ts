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
