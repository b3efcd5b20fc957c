/** All that stands in a value, at whatever depth, and has no parts. */
export function leavesOf(value: unknown): unknown[] {
  return value !== null && typeof value === 'object'
    ? Object.values(value).flatMap(leavesOf)
    : [value];
}
