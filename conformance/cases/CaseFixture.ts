/** Makes a fixture of what a case says of its world. */

export interface CaseDraft {
  /** An instant, or `today`. */
  now: string;
  /** The one ticket that is asked for. */
  ticket: object;
  profile: object;
  /** Of which kind the one credential is; undefined for the vendor's usual one. */
  credential: string | undefined;
  /** Whether the subject gets tokens; to one that does not, a token is given. */
  getsTokens: boolean;
}

export type CaseFixture = (draft: CaseDraft) => object;
