/** Values with one part changed, for tests. */

type Path = readonly (string | number)[];

/** The places of all that has no parts, and of empty lists and objects. */
export function leafPaths(value: unknown): Path[] {
  const parts = value !== null && typeof value === 'object' ? Object.entries(value) : [];
  if (parts.length === 0) return [[]];
  return parts.flatMap(([key, inner]) => leafPaths(inner).map((path) => [key, ...path]));
}

/** A copy with another value at one place. */
export function withOther<Value>(value: Value, [key, ...rest]: Path): Value {
  if (key === undefined) return otherThan(value) as Value;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  // A key may be __proto__.
  const own = { value: withOther(copy[key], rest), writable: true, enumerable: true };
  Object.defineProperty(copy, key, own);
  return copy as Value;
}

function otherThan(value: unknown): unknown {
  if (typeof value === 'string') return `${value}x`;
  if (typeof value === 'number') return value === 0 ? 1 : -value;
  if (typeof value === 'boolean') return !value;
  return Array.isArray(value) ? ['x'] : 'x';
}
