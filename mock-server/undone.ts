/** What a word may have been before it was encoded. */

/** So often, one upon another; in so many ways together. */
const DEEPEST = 3;
const MOST = 32;

/** In either alphabet; what the one has and the other has not may stand around it. */
const BASE64 = [/[a-z\d+/]{7,}/gi, /[\w-]{7,}/g];

/** The word itself, and what it is with percent, form, base64, hexadecimal or JSON undone, and these of those. */
export function undone(word: string): string[] {
  const all = new Set([word]);
  let last = [word];
  for (let depth = 0; depth < DEEPEST && last.length > 0 && all.size < MOST; depth++) {
    last = last.flatMap(once).filter((text) => text !== '' && !all.has(text));
    for (const text of last) all.add(text);
  }
  return [...all];
}

function once(text: string): string[] {
  const made: string[] = [];
  if (text.includes('%')) made.push(fromPercent(text));
  if (text.includes('+')) made.push(text.replaceAll('+', ' '));
  if (text.includes('\\')) made.push(fromJson(text));
  for (const run of BASE64.flatMap((alphabet) => text.match(alphabet) ?? []))
    made.push(...asText(Buffer.from(run, 'base64')));
  if (/^(?:[\da-f]{2}){5,}$/i.test(text)) made.push(...asText(Buffer.from(text, 'hex')));
  return made;
}

/** Each byte for itself, as some may be wrong. */
function fromPercent(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (bytes) =>
    Buffer.from(bytes.replaceAll('%', ''), 'hex').toString(),
  );
}

function fromJson(text: string): string {
  return text
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\(["\\/])/g, '$1');
}

/** Most bytes are none. */
function asText(bytes: Buffer): string[] {
  const text = bytes.toString();
  return /[\p{Cc}\ufffd]/u.test(text) ? [] : [text];
}
