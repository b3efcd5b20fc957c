/** Makes text of a fixture fit for a line of a terminal. */

/** Tags as HTML has them; what only looks a little like one stays. */
const TAG = /<\/?[a-z][^<>]*>|<!--[^<>]*-->/gi;

/**
 * What would move the cursor, start a line, turn the direction round, or not be seen at all.
 * Joiners stay, which scripts and emoji need.
 */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?!\u200c|\u200d|[\u{e0020}-\u{e007f}])\p{Cf}/gu;

/** Without tags, and with what cannot be seen escaped, such as `\n` or `\u{202e}`. */
export function plainText(text: string): string {
  return visible(text.replace(TAG, ''));
}

/** With what cannot be seen escaped. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) =>
    character < ' '
      ? JSON.stringify(character).slice(1, -1)
      : `\\u{${(character.codePointAt(0) as number).toString(16)}}`,
  );
}
