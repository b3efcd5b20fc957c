/** Switches that could not be told, by the reason that they share. */
import type { Drift } from './Report.js';

export function switchesByReason(open: Drift['open']): [because: string, names: string[]][] {
  const names = new Map<string, string[]>();
  for (const { switch: name, because } of open)
    names.set(because, [...(names.get(because) ?? []), name]);
  return [...names];
}
