/** A vendor's documented no: thrown where it is noticed, answered in the vendor's dialect. */

/** Why a request is refused. */
export type RefusalKind =
  | 'no-path'
  | 'wrong-method'
  | 'no-credential'
  | 'malformed-credential'
  | 'unknown-credential'
  /** Known, but not for this. */
  | 'forbidden'
  /** The vendor's side is switched off or closed. */
  | 'unavailable'
  | 'bad-parameter'
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
