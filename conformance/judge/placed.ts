/** What stands at a place such as `event.time`, or at a key that is written so; undefined where nothing does. */
export function placed(value: unknown, place: string): unknown {
  if (value === null || typeof value !== 'object') return undefined;
  const here = value as Record<string, unknown>;
  if (Object.hasOwn(here, place)) return here[place];
  const [first = '', ...rest] = place.split('.');
  return rest.length === 0 ? undefined : placed(here[first], rest.join('.'));
}
