/** The faults that one request has met, and what they make of its answer. */
import type { Page } from '../Selection.js';
import type { Encounter } from './Encounter.js';
import { Envelope } from './Envelope.js';
import type { ArmedFault } from './Faults.js';
import type { Reply } from './Reply.js';

export class MetFaults {
  readonly #met: readonly ArmedFault[];
  readonly #encounter: Encounter;

  constructor(met: readonly ArmedFault[], encounter: Encounter) {
    this.#met = met;
    this.#encounter = encounter;
  }

  /** What they are called. */
  get names(): string {
    return this.#met.map(({ fault: { name } }) => name).join(', ');
  }

  /** Whether any of them has to do with the answer. */
  get touchAnswer(): boolean {
    return this.#met.some(({ behaviour: { tell, change } }) => tell ?? change);
  }

  /** The page whose records are served in the place of one. */
  pageFor(page: Page): Page {
    const off = this.#met.reduce((sum, { behaviour: { pages = 0 } }) => sum + pages, 0);
    const { offset = 0, limit = 0 } = page;
    return off === 0 ? page : { ...page, offset: Math.max(0, offset + off * limit) };
  }

  /** What an answer says beside its list, as they tell it; undefined where they leave it as it is. */
  envelope(before: string, after: string): Envelope | undefined {
    const telling = this.#met.filter(({ behaviour: { tell } }) => tell);
    if (telling.length === 0) return undefined;
    const envelope = new Envelope(before, after, this.#encounter.part.vendor.language.faults.keys);
    for (const { fault, behaviour } of telling) behaviour.tell?.(envelope, fault.deed.value);
    return envelope;
  }

  change(reply: Reply): void {
    if (this.#encounter.place === 'tickets' && reply.status === 200) this.#retell(reply);
    for (const { fault, behaviour } of this.#met)
      behaviour.change?.(reply, fault.deed.value, this.#encounter);
  }

  /** A list of tickets, which is one text: what it says stands before the list and behind it. */
  #retell(reply: Reply): void {
    const text = String(reply.body);
    const [first, last] = [text.indexOf('[') + 1, text.lastIndexOf(']')];
    const told = this.envelope(text.slice(0, first), text.slice(last));
    if (told) reply.body = Buffer.from(told.parts.join(text.slice(first, last)));
  }
}
