/** Tickets and their records as tables that fit a terminal. */
import { styleText } from 'node:util';
import cliTruncate from 'cli-truncate';
import stringWidth from 'string-width';
import { columns } from '../columns.js';
import { headingOf } from './headingOf.js';
import type { ListedRecord, Listing } from './Listing.js';
import { type Mark, marksOf } from './marksOf.js';
import { newPage } from './newPage.js';
import { fieldsOf } from './plainLines.js';

/** So many records are lined up together, as the widths of all are not known before the end. */
const TOGETHER = 1000;

/** So much of a gist should be seen. */
const LEAST = 10;

const HEAD = ['', 'LOCAL', 'UTC', 'ACTION', 'WHAT'];
const ACTION = HEAD.indexOf('ACTION');

/** @param width of the terminal, in columns */
export function* tableLines(listings: Iterable<Listing>, width: number): Generator<string> {
  for (const [i, listing] of [...listings].entries()) {
    if (i > 0) yield '';
    const [heading = '', ...others] = headingOf(listing);
    yield styleText('bold', heading);
    yield* others;
    const border = newPage();
    let head = [HEAD];
    for (const records of inBatches(listing.trail?.records ?? [])) {
      const rows = [...head, ...records.map(fieldsOf)];
      const lines = columns(
        listing.trail?.hasActions ? rows : rows.map((row) => row.toSpliced(ACTION, 1)),
      );
      if (head.length > 0) yield styleText('dim', cliTruncate(lines.shift() ?? '', width));
      head = [];
      for (const [i, record] of records.entries()) {
        yield* border(record).map((line) => styleText('dim', line));
        yield* row(lines[i] ?? '', record, width);
      }
    }
  }
}

/** Where there is too little room for both, the gist is cut and the marks are not, or go to a line of their own. */
function row(line: string, record: ListedRecord, width: number): string[] {
  const marks = marksOf(record);
  const words = stringWidth(marks.map(({ text }) => text).join('; '));
  const before = stringWidth(line) - stringWidth(record.gist);
  const beside = width - words - 2;
  const fits = words > 0 && beside >= before + LEAST;
  const cut = cliTruncate(line, fits ? beside : width);
  const shown = record.position === null ? styleText('dim', cut) : cut;
  if (words === 0) return [shown];
  return fits
    ? [`${shown}  ${coloured(marks)}`]
    : [shown, cliTruncate(`   ${coloured(marks)}`, width)];
}

function coloured(marks: readonly Mark[]): string {
  return marks.map(({ text, colour }) => styleText(colour, text)).join('; ');
}

function* inBatches<Item>(items: Iterable<Item>): Generator<Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === TOGETHER) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
