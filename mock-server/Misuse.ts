/** What a user asked of a simulator that it cannot do. */

/** `wrong`: cannot be understood. `missing`: there is no such thing. `conflict`: not with what is there. `full`: there is as much as may be. */
export type MisuseKind = 'wrong' | 'missing' | 'conflict' | 'full';

export class Misuse extends RangeError {
  override readonly name = 'RangeError';
  readonly kind: MisuseKind;
  /** What is wrong, without where. */
  readonly says: string;
  /** The key of what was asked for whose value it is. */
  readonly key: string | undefined;

  constructor(kind: MisuseKind, says: string, key?: string) {
    super(key === undefined ? says : `${key}: ${says}`);
    this.kind = kind;
    this.says = says;
    this.key = key;
  }
}
