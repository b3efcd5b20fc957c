/** Cuts Markdown that is longer than whoever shows it can bear. */

const CUT = '… cut here: there is room for no more; --out has all of it.';

/**
 * Whole lines from its beginning, what is open among them closed, and a line that says so.
 * @param most bytes of UTF-8
 */
export function withinBytes(markdown: string, most: number): string {
  if (Buffer.byteLength(markdown) <= most) return markdown;
  const kept: string[] = [];
  let open: readonly string[] = [];
  let size = 0;
  for (const line of markdown.split('\n')) {
    size += Buffer.byteLength(line) + 1;
    const opened = openAfter(line, open);
    if (size + Buffer.byteLength(ending(opened)) > most) break;
    kept.push(line);
    open = opened;
  }
  return `${kept.join('\n')}${kept.length > 0 ? '\n' : ''}${ending(open)}`;
}

/** What ends what is open behind a line, the innermost last. */
function openAfter(line: string, open: readonly string[]): readonly string[] {
  const [fence] = /^`{3,}/.exec(line) ?? [];
  if (fence !== undefined) return open.at(-1) === fence ? open.slice(0, -1) : [...open, fence];
  if (line.startsWith('<details>')) return [...open, '\n</details>'];
  return line === '</details>' ? open.slice(0, -1) : open;
}

function ending(open: readonly string[]): string {
  return [...open.toReversed(), '', CUT, ''].join('\n');
}
