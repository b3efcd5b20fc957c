/** The secrets of all sessions of a simulator, so that none of them is shown to another one's. */
import { taggedBy } from './freshEntry.js';
import { fold, SecretForms } from './SecretForms.js';

/** An ended secret is known until so many others have ended. */
const REMEMBERED = 10_000;

/** What ends a word, so that a secret with it in it is none. */
const WORD_END = /[\s"'&;,<>=()/?:@{}[\]]/;

export class KnownSecrets {
  /** How many credentials or tokens have each. */
  readonly #live = new Map<string, number>();
  /** The one that ended first comes first. */
  readonly #ended = new Set<string>();
  #severed: SecretForms | undefined;

  /** Those that a session was opened with are told by their form, and take no memory here. */
  begin(secret: string): void {
    if (secret === '' || taggedBy(secret) !== undefined) return;
    const text = fold(secret);
    this.#live.set(text, (this.#live.get(text) ?? 0) + 1);
    this.#changed(text);
  }

  end(secret: string): void {
    const text = fold(secret);
    const count = this.#live.get(text);
    if (count === undefined) return;
    if (count > 1) this.#live.set(text, count - 1);
    else {
      this.#live.delete(text);
      this.#ended.delete(text);
      this.#ended.add(text);
    }
    const [oldest = ''] = this.#ended;
    if (this.#ended.size <= REMEMBERED) return;
    this.#ended.delete(oldest);
    this.#changed(oldest);
  }

  /** Whether a text is one, in whatever case. */
  has(text: string): boolean {
    const folded = fold(text);
    return this.#live.has(folded) || this.#ended.has(folded);
  }

  /** Those that are not found as words, as they are more than one; tokens are never, and so they are few. */
  get severed(): SecretForms {
    this.#severed ??= new SecretForms(
      [...this.#live.keys(), ...this.#ended].filter((text) => WORD_END.test(text)),
    );
    return this.#severed;
  }

  #changed(text: string): void {
    if (WORD_END.test(text)) this.#severed = undefined;
  }
}
