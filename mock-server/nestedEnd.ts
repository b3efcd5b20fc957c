/** Finds where a list or a mapping of JSON ends. */

const TOKENS = /"(?:[^"\\]|\\.)*"?|[[{]|[\]}]/g;

/** The position behind its last bracket; the end of the text where it is cut off. */
export function nestedEnd(text: string, begin: number): number {
  const tokens = new RegExp(TOKENS);
  tokens.lastIndex = begin;
  let depth = 0;
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    const [found] = token;
    if (found === '[' || found === '{') depth++;
    if ((found === ']' || found === '}') && --depth === 0) return tokens.lastIndex;
  }
  return text.length;
}
