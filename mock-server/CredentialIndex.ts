/** Finds a credential by what a client sends, without walking a list and without keeping the secret. */
import { createHash } from 'node:crypto';

/** A secret together with the way it is sent, such as `bearer 1f3a…`. */
export type Secret = string;

/** Who a request comes from. */
export interface Holder {
  /** The beginning of the addresses that the credential is for. */
  within: readonly string[];
  /** How the holder sees records, and the key under which trails of that view are kept. */
  view: unknown;
  viewKey: string;
}

export class CredentialIndex {
  readonly #holders = new Map<string, Holder>();

  add(secret: Secret, holder: Holder): void {
    this.#holders.set(digest(secret), holder);
  }

  /** The holder of the first of the secrets that is known. */
  find(secrets: readonly Secret[]): Holder | undefined {
    for (const secret of secrets) {
      const holder = this.#holders.get(digest(secret));
      if (holder) return holder;
    }
    return undefined;
  }
}

function digest(secret: Secret): string {
  return createHash('sha256').update(secret).digest('base64');
}
