/** Events by something that they have, perhaps several by the same. */
import type { Identity } from '../GrownTicket.js';
import type { Expected } from './recognise.js';

export class Likes {
  /** How many events have it. */
  readonly size: number;
  readonly #likes = new Map<string, { identities: Identity[]; next: number }>();

  constructor(expected: readonly Expected[], keyOf: (event: Expected) => string | undefined) {
    let size = 0;
    for (const event of expected) {
      const key = keyOf(event);
      if (key === undefined) continue;
      size++;
      const known = this.#likes.get(key);
      if (known) known.identities.push(event.identity);
      else this.#likes.set(key, { identities: [event.identity], next: 0 });
    }
    this.size = size;
  }

  /**
   * One that is not taken yet.
   * @param again else the last of those that are
   */
  find(
    key: string | undefined,
    taken: ReadonlySet<Identity>,
    again: boolean,
  ): Identity | undefined {
    const like = key === undefined ? undefined : this.#likes.get(key);
    if (!like) return undefined;
    const { identities } = like;
    while (like.next < identities.length && taken.has(identities[like.next] as Identity))
      like.next++;
    return identities[like.next] ?? (again ? identities.at(-1) : undefined);
  }
}
