/** A text as it is; nothing of what is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
