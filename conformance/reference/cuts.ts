/** Every way to cut a text into parts at words that stand in it. */

/**
 * The parts of each way, one more than there are words; the words of one way do not overlap.
 * @param words in the order in which they stand
 * @param most how many ways are looked for
 */
export function cuts(
  text: string,
  words: readonly string[],
  most = Number.POSITIVE_INFINITY,
): string[][] {
  const ways: string[][] = [];
  find(text, words, most, ways, [], 0);
  return ways;
}

/** Goes on where some words have their places. */
function find(
  text: string,
  words: readonly string[],
  most: number,
  ways: string[][],
  places: number[],
  from: number,
): void {
  const next = places.length;
  const word = words[next];
  if (word === undefined) {
    ways.push(partsOf(text, words, places));
    return;
  }
  let at = text.indexOf(word, from);
  while (at !== -1 && ways.length < most) {
    const found = ways.length;
    places.push(at);
    find(text, words, most, ways, places, at + word.length);
    places.pop();
    // What does not stand behind here does not stand further behind either.
    if (ways.length === found) return;
    at = text.indexOf(word, at + 1);
  }
}

function partsOf(text: string, words: readonly string[], places: readonly number[]): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let place = 0; place < places.length; place++) {
    const end = places[place] as number;
    parts.push(text.slice(start, end));
    start = end + (words[place] as string).length;
  }
  parts.push(text.slice(start));
  return parts;
}
