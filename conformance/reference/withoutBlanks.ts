/** Texts without blanks at their ends. A blank is what Unicode calls White_Space, which is not what trim() drops. */

const BLANK = /^\p{White_Space}$/u;

export function withoutBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text, start)) start++;
  while (end > start && isBlank(text, end - 1)) end--;
  return text.slice(start, end);
}

/** Most characters are plain letters, which need no expression. */
function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code <= 0x20 || code >= 0x7f) && BLANK.test(text[at] as string);
}
