/** Whether a character is a blank: what Unicode calls White_Space, which is not what trim() drops. */

const BLANK = /^\p{White_Space}$/u;

export function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // Most characters are plain letters, which need no expression.
  return (code <= 0x20 || code >= 0x7f) && BLANK.test(text[at] as string);
}
