/** A journal as lines to read. */
import { styleText } from 'node:util';
import { counted } from '../../fixtures/language/counted.js';
import { visible } from '../../fixtures/language/visible.js';
import type { Journal, JournalEntry, Served } from '../../mock-server/Simulator.js';
import { columns } from '../columns.js';

/** Two lines at most of most terminals. */
const LONGEST_TARGET = 120;

/** A line for each request, and indented ones below it for what is odd about it. */
export function journalLines({ entries, dropped }: Journal): string[] {
  if (entries.length + dropped === 0) return ['nothing has been asked yet'];
  const lines = columns(entries.map(cells));
  return [
    ...(dropped > 0 ? [dim(`${counted(dropped, 'older request')}, kept no more`)] : []),
    ...entries.flatMap((entry, i) => [
      coloured(lines[i] ?? '', entry.status),
      ...remarks(entry).map((remark) => `    ${styleText('yellow', visible(remark))}`),
    ]),
  ];
}

function cells({ time, method, target, status, served, bytes }: JournalEntry): string[] {
  return [
    time,
    method,
    shortened(target),
    status === undefined ? '...' : String(status),
    served ? servedText(served) : counted(bytes, 'byte'),
  ].map(visible);
}

function shortened(target: string): string {
  return target.length > LONGEST_TARGET ? `${target.slice(0, LONGEST_TARGET)}…` : target;
}

/** Records are counted from 1, as people do. */
function servedText({ order, from, to, total, since, until, actions }: Served): string {
  const window = [
    ...(since === undefined ? [] : [`since ${since}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
    ...(actions === undefined ? [] : [`of ${actions.join(', ')}`]),
  ].join(' ');
  const found = `${counted(total, 'record')}${window && ` ${window}`}`;
  if (to <= from) return `none of ${found}`;
  const which = to - from === total ? 'all' : `${from + 1} to ${to}`;
  return `${which} of ${found}, ${order === 'asc' ? 'oldest' : 'newest'} first`;
}

function remarks({ fault, refused, undocumented, nearMiss }: JournalEntry): string[] {
  return [
    ...(fault === undefined ? [] : [`fault: ${fault}`]),
    ...(refused === undefined ? [] : [`refused: ${refused.message}`]),
    ...(refused?.because === undefined ? [] : [refused.because]),
    ...(undocumented.length > 0 ? [`undocumented: ${undocumented.join(', ')}`] : []),
    ...(nearMiss === undefined ? [] : [nearMiss]),
  ];
}

function coloured(line: string, status: number | undefined): string {
  return status !== undefined && status >= 400 ? styleText('red', line) : line;
}

function dim(text: string): string {
  return styleText('dim', text);
}
