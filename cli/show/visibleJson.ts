/** JSON that a terminal can be shown. */

/** What JSON leaves as it is, though it moves the cursor or turns the direction round. */
const UNSEEN = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** The same value, with escapes in its texts. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value).replace(
    UNSEEN,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
