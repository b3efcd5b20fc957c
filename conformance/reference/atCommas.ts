/** What stands between the commas of a text, those within quotation marks left out. */

export function atCommas(text: string): string[] {
  const parts: string[] = [];
  let isQuoted = false;
  for (const part of text.split(',')) {
    if (isQuoted) parts.push(`${parts.pop()},${part}`);
    else parts.push(part);
    const marks = part.split('"').length - 1;
    if (marks % 2 === 1) isQuoted = !isQuoted;
  }
  return parts;
}
