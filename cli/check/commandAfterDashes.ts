/** Parts what stands before `--` from the command behind it. */

/** @param given all arguments, as the parser left them */
export function commandAfterDashes(given: readonly string[], argv = process.argv) {
  const at = argv.indexOf('--');
  const border = given.length - (at < 0 ? 0 : argv.length - at - 1);
  return { patterns: given.slice(0, border), command: given.slice(border) };
}
