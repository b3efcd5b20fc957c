/** A fixture as YAML, with every generated record in a line of its own. */
import { stringify } from 'yaml';
import { instant } from '../../fixtures/language/instant.js';
import { tooMuch } from '../../fixtures/language/tooMuch.js';
import type { VendorLanguage } from '../../fixtures/language/VendorLanguage.js';
import { quoted } from '../quoted.js';
import { entryWriter } from './entryWriter.js';
import type { GeneratedTicket } from './generateTickets.js';
import { sampleFixture } from './sampleFixture.js';

/** What a fixture may have. */
const LARGEST = 16 * 1024 * 1024;

/** Stands in a line of its own where a ticket's records will. */
const place = (nth: number) => `@@${nth}@@`;

const MINUTE = 60_000;

/** Undefined where it would be more than a fixture may have. @param command what it was made by */
export function yamlText(
  language: VendorLanguage,
  tickets: readonly GeneratedTicket[],
  command: readonly string[],
): string | undefined {
  let nth = 0;
  const { name, ...section } = sampleFixture(language, tickets.length, () => ({
    records: [place(nth++)],
  }));
  let whole = `# yaml-language-server: $schema=./fixture.schema.json\n# ${command.map(word).join(' ')}\n`;
  const now = instant(Math.ceil(lastOf(tickets) / MINUTE + 1) * MINUTE);
  const text = stringify({ name, now, ...section }, { lineWidth: 0 });
  for (const line of text.split(/^/m)) {
    const [, indent, ticket] = /^( *- )"@@(\d+)@@"$/m.exec(line) ?? [];
    if (indent === undefined) {
      whole += line;
      continue;
    }
    const { generated } = tickets[Number(ticket)] as GeneratedTicket;
    const entry = entryWriter(generated);
    for (let index = 0; index < generated.length; index++) {
      whole += `${indent}${entry(index)}\n`;
      if (whole.length > LARGEST) return undefined;
    }
  }
  return tooMuch(whole) ? undefined : whole;
}

/** As it is typed, in one line. */
function word(text: string): string {
  const line = text.replaceAll(/[\r\n]+/g, ' ');
  return /^[\w./=:,-]+$/.test(line) ? line : quoted(line);
}

function lastOf(tickets: readonly GeneratedTicket[]): number {
  return Math.max(...tickets.map(({ generated }) => generated.timeOf(generated.length - 1)));
}
