/** What a user asked of a simulator that it cannot do. */

/** `wrong`: cannot be understood. `missing`: there is no such thing. `conflict`: not with what is there. `full`: there is as much as may be. */
export type MisuseKind = 'wrong' | 'missing' | 'conflict' | 'full';

export class Misuse extends RangeError {
  override readonly name = 'RangeError';
  readonly kind: MisuseKind;

  constructor(kind: MisuseKind, message: string) {
    super(message);
    this.kind = kind;
  }
}
