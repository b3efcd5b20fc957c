/** Makes text of a fixture fit for a line of a terminal. */
import { visible } from '../fixtures/language/visible.js';

/** Tags as HTML has them; what only looks a little like one stays. */
const TAG = /<\/?[a-z][^<>]*>|<!--[^<>]*-->/gi;

/** Without tags, and with what cannot be seen escaped, such as `\n` or `\u{202e}`. */
export function plainText(text: string): string {
  return visible(text.replace(TAG, ''));
}
