/** Texts without blanks at their ends. */
import { blanksBefore } from './blanksBefore.js';
import { isBlank } from './isBlank.js';

export function withoutBlanks(text: string): string {
  const start = blanksBefore(text);
  let end = text.length;
  while (end > start && isBlank(text, end - 1)) end--;
  return text.slice(start, end);
}
