/** What stands at a place such as `event.time`, or at a key that is written so; undefined where nothing does. */
export function placed(value: unknown, place: string): unknown {
  if (value === null || typeof value !== 'object') return undefined;
  const here = value as Record<string, unknown>;
  if (Object.hasOwn(here, place)) return here[place];
  // Of keys that have points themselves, the longest is tried first.
  for (let end = place.lastIndexOf('.'); end > 0; end = place.lastIndexOf('.', end - 1)) {
    const key = place.slice(0, end);
    const there = Object.hasOwn(here, key) ? placed(here[key], place.slice(end + 1)) : undefined;
    if (there !== undefined) return there;
  }
  return undefined;
}
