/** Whether a text looks like a number or a date, so that its type is lost. */

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
const DATE = /^\d{4}-\d\d-\d\d(?:$|[\p{White_Space}T])/u;
const WRITTEN_DATE =
  /^(?:[A-Za-z]{3},\p{White_Space})?\d{1,2}\p{White_Space}+[A-Za-z]{3}\p{White_Space}+\d{4}/u;

export function looksTyped(text: string): boolean {
  return NUMBER.test(text) || DATE.test(text) || WRITTEN_DATE.test(text);
}
