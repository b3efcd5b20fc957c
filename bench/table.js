/** A table, for a terminal or as Markdown. */

/** @param {string[]} head @param {string[][]} rows all but the first column are numbers */
export function table(head, rows) {
  const widths = widthsOf(head, rows);
  const line = (cells) =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join('  ')
      .trimEnd();
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n');
}

export function markdownTable(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = head.map((_, i) => (i === 0 ? '---' : '--:'));
  return [head, rule, ...rows].map(line).join('\n');
}

function widthsOf(head, rows) {
  return head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i].length)));
}
