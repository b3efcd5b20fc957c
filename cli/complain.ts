/** Says on standard error what is wrong. */

/** Each line says that it is an error, but those that begin with a blank, which belong to one above. */
export function complain(message: string): void {
  console.error(message.replaceAll(/^(?! )/gm, 'error: '));
}
