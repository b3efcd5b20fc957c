/** A fixture as YAML, with every generated record in a line of its own. */
import { stringify } from 'yaml';
import { instant } from '../../fixtures/language/instant.js';
import { LARGEST } from '../../fixtures/language/readText.js';
import { tooMuch } from '../../fixtures/language/tooMuch.js';
import type { VendorLanguage } from '../../fixtures/language/VendorLanguage.js';
import { quoted } from '../quoted.js';
import { entryWriter } from './entryWriter.js';
import type { GeneratedTicket } from './generateTickets.js';
import { sampleFixture } from './sampleFixture.js';

/** Stands in a line of its own where a ticket's records will. */
const place = (nth: number) => `@@${nth}@@`;

/**
 * The text, or where that would be more than a fixture may have, how many of the records it could list.
 * @param now the world's, in epoch milliseconds
 * @param command what it was made by
 */
export function yamlText(
  language: VendorLanguage,
  tickets: readonly GeneratedTicket[],
  now: number,
  command: readonly string[],
): string | number {
  let nth = 0;
  const { name, ...section } = sampleFixture(language, tickets.length, () => ({
    records: [place(nth++)],
  }));
  let whole = `# yaml-language-server: $schema=./fixture.schema.json\n# ${command.map(word).join(' ')}\n`;
  /** Where each record ends. */
  const ends: number[] = [];
  const text = stringify({ name, now: instant(now), ...section }, { lineWidth: 0 });
  let bytes = Buffer.byteLength(whole + text);
  for (const line of text.split(/^/m)) {
    const [, indent, ticket] = /^( *- )"@@(\d+)@@"$/m.exec(line) ?? [];
    if (indent === undefined) {
      whole += line;
      continue;
    }
    const { generated } = tickets[Number(ticket)] as GeneratedTicket;
    const entry = entryWriter(generated);
    for (let index = 0; index < generated.length; index++) {
      const listed = `${indent}${entry(index)}\n`;
      bytes += Buffer.byteLength(listed);
      if (bytes > LARGEST) return before(tooMuch(whole)?.offset ?? whole.length);
      whole += listed;
      ends.push(whole.length);
    }
  }
  const much = tooMuch(whole);
  return much ? before(much.offset) : whole;

  function before(offset: number): number {
    return ends.filter((end) => end <= offset).length;
  }
}

/** As it is typed, in one line. */
function word(text: string): string {
  const line = text.replaceAll(/[\r\n]+/g, ' ');
  return /^[\w./=:,-]+$/.test(line) ? line : quoted(line);
}
