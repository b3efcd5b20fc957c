/** A form with the parts of a credential in the place of their names in braces. */
import type { ServerAccount } from './ServerAccount.js';
import { Unasked } from './Unasked.js';

/**
 * @param type of the form, as its header has it
 * @throws Unasked where the credential has not all of them
 */
export function filledForm(
  form: string,
  type: string,
  credential: ServerAccount['credential'],
): string {
  return form.replace(/\{(\w+)\}/g, (_, part: string) => {
    const value = credential[part];
    if (value === undefined) throw new Unasked(`the credential has no ${part}`);
    return type.startsWith('multipart/') ? value : encodeURIComponent(value);
  });
}
