/** Shows what cannot be seen, or changes how other letters are shown, as JSON would escape it. */

/** Controls, what turns the direction of a text round, separators of lines, and halves of letters. */
const UNSEEN = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\p{Noncharacter_Code_Point}]/gu;

/** Tabs and ends of lines stay as they are. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (letter) =>
    letter.replace(/./gs, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}
