/** Parts what stands before `--` from the command behind it. */

/** @param given all arguments, as the parser left them */
export function commandAfterDashes(given: readonly string[], argv = process.argv) {
  const at = argv.indexOf('--');
  const behind = at < 0 ? 0 : argv.length - at - 1;
  const border = given.length - behind;
  return { patterns: given.slice(0, border), subject: given.slice(border) };
}
