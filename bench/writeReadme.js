/** Puts a text between the README's marks. */
import { readFileSync, writeFileSync } from 'node:fs';

const BEGIN = '<!-- bench: written by npm run bench -- --readme -->';
const END = '<!-- /bench -->';

/** @throws where the marks are not there */
export function writeReadme(path, text) {
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, between(before, text));
}

export function between(whole, text) {
  const [start, end] = [whole.indexOf(BEGIN), whole.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`expected ${BEGIN} and ${END}`);
  return `${whole.slice(0, start + BEGIN.length)}\n\n${text}\n\n${whole.slice(end)}`;
}
