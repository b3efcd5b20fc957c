/** A vendor's documented no: thrown where it is noticed, answered in the vendor's dialect. */

/** Why a request is refused. */
export type RefusalKind =
  | 'no-path'
  | 'wrong-method'
  | 'no-credential'
  | 'malformed-credential'
  | 'unknown-credential'
  | 'rate-limited'
  /** Known, but not for this. */
  | 'forbidden'
  /** The vendor's side is switched off or closed. */
  | 'unavailable'
  | 'bad-parameter'
  /** Of a request for a token: a grant that there is not, or that proves nothing. */
  | 'unknown-grant'
  | 'bad-grant'
  | 'unknown-client'
  | 'bad-body'
  | 'wrong-media-type'
  | 'body-too-large'
  | 'no-ticket';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly kind: RefusalKind;
  /** The parameter or field that is wrong, where it is one. */
  readonly field: string | undefined;

  constructor(kind: RefusalKind, message: string, field?: string) {
    super(message);
    this.kind = kind;
    this.field = field;
  }
}
