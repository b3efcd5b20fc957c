/** Finds a partner for as many of some as there can be. */

/**
 * None of the others is the partner of two; who has the same place is preferred.
 * @param fits whether one of so many, by its place, could have this one of the others
 * @returns of each, the place of its partner; undefined where none is left for it
 */
export function pairs(
  count: number,
  others: number,
  fits: (one: number, other: number) => boolean,
): (number | undefined)[] {
  const partners: (number | undefined)[] = Array.from({ length: count }, () => undefined);
  const taken: (number | undefined)[] = Array.from({ length: others }, () => undefined);
  const join = (one: number, other: number) => {
    [partners[one], taken[other]] = [other, one];
  };
  for (let at = 0; at < Math.min(count, others); at++) if (fits(at, at)) join(at, at);
  // Who was looked at in vain is so for everybody behind.
  let hopeful = Array.from({ length: others }, (_, other) => other);
  for (let at = 0; at < count; at++) {
    if (partners[at] !== undefined) continue;
    const asker = new Map<number, number>();
    let left = hopeful;
    let free: number | undefined;
    const queue = [at];
    for (const one of queue) {
      const refused: number[] = [];
      for (const other of left) {
        if (free !== undefined || !fits(one, other)) refused.push(other);
        else {
          asker.set(other, one);
          const rival = taken[other];
          if (rival === undefined) free = other;
          else queue.push(rival);
        }
      }
      left = refused;
      if (free !== undefined) break;
    }
    if (free === undefined) hopeful = left;
    // Each who asked takes over, and leaves its partner to the one before.
    for (let other = free; other !== undefined; ) {
      const one = asker.get(other) as number;
      const before = partners[one];
      join(one, other);
      other = before;
    }
  }
  return partners;
}
