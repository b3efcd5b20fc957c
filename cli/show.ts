/** `auditrig show`: a trail as a client will see it. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { nearest } from '../fixtures/language/nearest.js';
import { readFixture } from '../fixtures/language/readFixture.js';
import { visible } from '../fixtures/language/visible.js';
import type { Order } from '../mock-server/Selection.js';
import { vendors } from '../mock-server/vendors/index.js';
import { World } from '../mock-server/World.js';
import { dataFile } from '../specs/dataFile.js';
import { chooseTickets } from './show/chooseTickets.js';
import { few } from './show/few.js';
import { jsonLines } from './show/jsonLines.js';
import { listTickets, named } from './show/listTickets.js';
import { plainLines } from './show/plainLines.js';
import { tableLines } from './show/tableLines.js';

interface Flags {
  ticket?: string;
  credential?: string;
  pageSize?: number;
  order?: Order;
  json?: true;
}

/** A write for each line would be slow. */
const CHUNK = 64 * 1024;

const fields = `
Piped, a record is a line with tabs between position (- where a client does not get the record),
local time, UTC, action, gist and marks. Marks are ties (records with one time; those through which
a page border runs lose records in clients), late and hidden records, and what is out of reach.`;

export const show = new Command('show')
  .description("show tickets' records as a client will see them")
  .argument('[fixture...]', "YAML files that make one world; left out: the pages' own sample data")
  .option('--ticket <t>', 'only this one: its names joined by slashes, or the last of them')
  .option('--credential <name>', 'whose view; left out: the first that may read the ticket')
  .addOption(
    new Option(
      '--page-size <n>',
      'pages of so many; where there are none, where their borders would run',
    ).argParser(sizeOf),
  )
  .addOption(new Option('--order <o>', 'oldest or newest first').choices(['asc', 'desc']))
  .option('--json', 'print JSON')
  .addHelpText(
    'after',
    `${fields}\n\nExamples:\n  auditrig show\n  auditrig show mine.yaml --ticket INC1 --page-size 50 --order asc\n  auditrig show mine.yaml | grep 'across pages'`,
  )
  .action(async (fixtures: string[], flags: Flags, command: Command) => {
    const complain = (message: string) => command.error(`error: ${message}`);
    const files = fixtures.length > 0 ? fixtures : [dataFile('fixtures/documented.yaml')];
    const languages = vendors.map(({ language }) => language);
    const world = new World(readFixture(files, languages), vendors);
    const tickets = chooseTickets(world, flags.ticket, complain);
    checkCredential(world, flags.credential, complain);
    const { credential, order, pageSize } = flags;
    const listings = listTickets(world, { credential, order, pageSize, tickets });
    if (tickets && listings.length === 0)
      complain(`ticket '${flags.ticket}' is of a vendor without a credential '${credential}'`);
    const { isTTY, columns } = process.stdout;
    const lines = flags.json
      ? jsonLines(listings)
      : isTTY
        ? tableLines(listings, columns || 80)
        : plainLines(listings);
    await pipeline(Readable.from(chunks(lines)), process.stdout, { end: false });
  });

function checkCredential(
  { parts }: World,
  wanted: string | undefined,
  complain: (message: string) => never,
): void {
  const known = parts.flatMap(({ section }) => named(section.credentials).map(({ name }) => name));
  if (wanted === undefined || known.includes(wanted)) return;
  const meant = nearest(wanted, known);
  const hint = meant === undefined ? '' : `; did you mean ${visible(meant)}?`;
  complain(`there is no credential '${wanted}'${hint} (there is ${few([...new Set(known)])})`);
}

function* chunks(lines: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length >= CHUNK) {
      yield chunk;
      chunk = '';
    }
  }
  yield chunk;
}

function sizeOf(text: string): number {
  const size = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (size < 1) throw new InvalidArgumentError('Expected a whole number from 1.');
  return size;
}
