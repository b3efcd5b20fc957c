/** Reads what a client delivered, in parts that the admin API takes. */
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { isMapping } from '../../fixtures/language/FixtureText.js';
import { found } from '../../fixtures/language/found.js';

/** Below the mebibyte that a body may have, with room for what stands around the lines. */
const LARGEST = 1_000_000;

/** The first part replaces what was told before. */
type DeliveryPart = { anew?: true } & Partial<Record<'records' | 'lines', unknown[]>>;

/**
 * Each of a file's lines, without empty ones, or of the records of a list as JSON; all are read before the first part is given.
 * @param file `-` is standard input; whatever is wrong with it ends the command
 */
export function deliveryParts(
  file: string,
  as: 'records' | 'lines',
  command: Command,
): DeliveryPart[] {
  const parts: { size: number; items: unknown[] }[] = [{ size: 0, items: [] }];
  for (const [i, line] of linesOf(textOf(file, command)).entries()) {
    if (line.trim() === '') continue;
    const complain = (message: string) =>
      command.error(`error: ${file === '-' ? 'stdin' : file}:${i + 1}: ${message}`);
    const item = as === 'lines' ? line : recordOf(line, complain);
    const size = Buffer.byteLength(JSON.stringify(item)) + 1;
    if (size > LARGEST) complain(`expected at most ${LARGEST} bytes in a line, found ${size}`);
    const last = parts.at(-1) as (typeof parts)[0];
    if (last.size + size > LARGEST) parts.push({ size, items: [item] });
    else {
      last.size += size;
      last.items.push(item);
    }
  }
  return parts.map(({ items }, i) => ({ ...(i === 0 && { anew: true }), [as]: items }));
}

/** Of a list of records, each is a line. */
function linesOf(text: string): string[] {
  if (text.trimStart().startsWith('['))
    try {
      const list: unknown = JSON.parse(text);
      if (Array.isArray(list) && list.every(isMapping))
        return list.map((one) => JSON.stringify(one));
    } catch {
      // It is not a list, but lines that begin like one.
    }
  return text.split(/\r?\n/);
}

function textOf(file: string, command: Command): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return command.error(
      `error: ${file}: ${code === 'ENOENT' ? 'expected a file that exists, found none' : message}`,
    );
  }
}

function recordOf(line: string, complain: (message: string) => never): object {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return complain(`expected a record as JSON, found ${found(line)}`);
  }
  return isMapping(value) ? value : complain(`expected a record as JSON, found ${found(value)}`);
}
