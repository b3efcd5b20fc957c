/** Puts things in an order that a seed gives. */
import { createHash } from 'node:crypto';

export function shuffled<One extends { id: string }>(some: readonly One[], seed: number): One[] {
  const place = ({ id }: One) => createHash('sha256').update(`${seed} ${id}`).digest('hex');
  return some
    .map((one) => ({ one, at: place(one) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ one }) => one);
}
