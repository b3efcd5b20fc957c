/** Groups of rows as lines to read, of which none hides another. */
import { styleText } from 'node:util';
import { visible } from '../../fixtures/language/visible.js';
import { columns } from '../columns.js';

export interface Group {
  heading: string;
  /** How many there are; a group of none is left out. */
  count: number;
  /** What is said of all of them. */
  says?: string;
  /** The first of them. */
  rows: readonly (readonly string[])[];
}

/** So many rows are shown of all groups together, and of each at least a few. */
const MOST = 50;
const FEWEST = 3;

export function groupLines(all: readonly Group[]): string[] {
  const groups = all.filter(({ count }) => count > 0);
  const shares = sharesOf(groups.map(({ rows }) => rows.length));
  return groups.flatMap(({ heading, count, says, rows }, i) => {
    const shown = rows.slice(0, shares[i]);
    const more = count - shown.length;
    const where = rows.length < count ? `the first ${rows.length}` : 'them';
    return [
      '',
      styleText('bold', visible(`${heading} (${count})`)) + (says ? visible(`: ${says}`) : ''),
      ...columns(shown.map((row) => row.map(visible))).map((line) => `  ${line}`),
      ...(more > 0 && rows.length > 0 ? [`  … and ${more} more; --json has ${where}`] : []),
    ];
  });
}

/** How many rows each group shows: what the small ones leave is for the large ones. */
function sharesOf(sizes: readonly number[]): number[] {
  let left = MOST;
  let open = sizes.length;
  const shares = sizes.map(() => 0);
  const risingly = [...sizes.keys()].sort((a, b) => (sizes[a] as number) - (sizes[b] as number));
  for (const i of risingly) {
    const share = Math.min(sizes[i] as number, Math.max(FEWEST, Math.floor(left / open)));
    shares[i] = share;
    left -= share;
    open--;
  }
  return shares;
}
