/** Records that become visible later than they were made, and where they are missing until then. */
import { firstPosition } from '../fixtures/language/firstPosition.js';

/** Positions, rising, of records that nobody may see yet: of all, and of those with each action. */
export interface Hidden {
  all: Uint32Array;
  ofAction: ReadonlyMap<string, Uint32Array>;
}

export interface LateRecord {
  position: number;
  /** Epoch milliseconds. */
  visibleFrom: number;
  action: string | undefined;
}

export class LateRecords {
  /** In the order in which they become visible. */
  readonly #late: readonly LateRecord[];

  constructor(late: readonly LateRecord[]) {
    this.#late = late.toSorted((a, b) => a.visibleFrom - b.visibleFrom);
  }

  /** How many are visible by a time. @param now epoch milliseconds */
  visibleAt(now: number): number {
    return firstPosition(this.#late, ({ visibleFrom }) => visibleFrom > now);
  }

  /** What is hidden while only so many are visible. */
  hiddenBeyond(visible: number): Hidden {
    const hidden = this.#late.slice(visible).sort((a, b) => a.position - b.position);
    const ofAction = new Map<string, number[]>();
    for (const { action, position } of hidden) {
      if (action === undefined) continue;
      const known = ofAction.get(action);
      if (known) known.push(position);
      else ofAction.set(action, [position]);
    }
    return {
      all: Uint32Array.from(hidden, ({ position }) => position),
      ofAction: new Map([...ofAction].map(([action, list]) => [action, Uint32Array.from(list)])),
    };
  }
}
