/** Whether a browser would see markup in a text: audit-event/no-html. */

export function hasTag(text: string): boolean {
  return /<[A-Za-z/!?]/.test(text);
}
