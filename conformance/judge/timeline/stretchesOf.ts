/** Puts records together that follow each other and had the same fate. */
import type { Passed } from './passedOf.js';

/** From one place up to another, not inclusive. */
export interface Together {
  from: number;
  to: number;
  first: Passed;
  last: Passed;
}

/** @param passed the oldest first */
export function stretchesOf(passed: readonly Passed[]): Together[] {
  const stretches: Together[] = [];
  for (const [place, one] of passed.entries()) {
    const known = stretches.at(-1);
    const { first, last } = known ?? {};
    const step = first && last && first !== last ? stepBetween(passed[place - 2], last) : undefined;
    if (known && last && isAlike(last, one, step)) {
      known.last = one;
      known.to = place + 1;
    } else stretches.push({ from: place, to: place + 1, first: one, last: one });
  }
  return stretches;
}

/** @param step how the places of those before moved on, if that is known */
function isAlike(one: Passed, next: Passed, step: number | undefined): boolean {
  // What could be read late has a time of its own to tell.
  const isLate = [one, next].some(({ event }) => event.visibleFrom !== undefined);
  const isSame =
    one.fate === next.fate && one.says === next.says && String(one.served) === String(next.served);
  if (isLate || !isSame || one.at.length !== next.at.length) return false;
  const by = stepBetween(one, next);
  return one.at.length === 0 || ((by === 1 || by === -1) && by === (step ?? by));
}

/** By how much all places move on from one to the next; undefined where they do not do so together. */
function stepBetween(one: Passed | undefined, next: Passed): number | undefined {
  const steps = (one?.at ?? []).map((at, i) => (next.at[i] ?? Number.NaN) - at);
  return steps.every((step) => step === steps[0]) ? steps[0] : undefined;
}
