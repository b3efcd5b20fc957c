/** How many blanks a text begins with. */
import { isBlank } from './isBlank.js';

export function blanksBefore(text: string): number {
  let count = 0;
  while (count < text.length && isBlank(text, count)) count++;
  return count;
}
