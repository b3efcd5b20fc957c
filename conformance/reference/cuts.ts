/** Every way to cut a text into parts at words that stand in it. */

/**
 * The parts of each way, one more than there are words; the words of one way do not overlap.
 * @param words in the order in which they stand
 */
export function* cuts(
  text: string,
  [word, ...others]: readonly string[],
  from = 0,
): Generator<string[]> {
  if (word === undefined) {
    yield [text.slice(from)];
    return;
  }
  for (let at = text.indexOf(word, from); at !== -1; at = text.indexOf(word, at + 1)) {
    let isCut = false;
    for (const parts of cuts(text, others, at + word.length)) {
      isCut = true;
      yield [text.slice(from, at), ...parts];
    }
    // What does not stand behind here does not stand further behind either.
    if (!isCut) return;
  }
}
