/** Cuts a stream of bytes into lines, none of which may be too long. */
import { StringDecoder } from 'node:string_decoder';

/** Bytes that a line may have. */
export const LONGEST = 8 * 1024 * 1024;

/**
 * @returns what takes the bytes as they come; of a line that is too long, `tooLong` is told once
 * and nothing is told after it
 */
export function splitLines(line: (text: string) => void, tooLong: () => void) {
  const decoder = new StringDecoder('utf8');
  let rest: string[] = [];
  let length = 0;
  let over = false;
  return (bytes: Buffer): void => {
    if (over) return;
    const [first = '', ...more] = decoder.write(bytes).split('\n');
    rest.push(first);
    length += first.length;
    for (const next of more) {
      if (length > LONGEST) break;
      line(rest.join('').replace(/\r$/, ''));
      [rest, length] = [[next], next.length];
    }
    if (length <= LONGEST) return;
    over = true;
    rest = [];
    tooLong();
  };
}
