/** `auditrig generate`: writes histories that are made from a seed. */
import { Argument, Command, Option } from 'commander';
import type { AnyVendor } from '../mock-server/Vendor.js';
import { vendors } from '../mock-server/vendors/index.js';
import { destinationOf } from './generate/destinationOf.js';
import { dialsOf, type Given, RECORDS } from './generate/dialsOf.js';
import { type GeneratedTicket, generateTickets } from './generate/generateTickets.js';
import { interruptible } from './generate/interruptible.js';
import { ndjsonChunks } from './generate/ndjsonChunks.js';
import { writeFolder } from './generate/writeFolder.js';
import { writeOut } from './generate/writeOut.js';
import { yamlText } from './generate/yamlText.js';
import { oneOf } from './oneOf.js';
import { wholeNumber } from './wholeNumber.js';
import { withProgress } from './withProgress.js';

const notes = `
Dials are those that a fixture has under generate: (docs/fixtures.md says what each means), their
values are YAML, and parts of one are joined by dots. The same seed and dials give the same bytes.

yaml is a fixture with all records listed. ndjson has a record (or a frame, where it comes late) a
line, for a fixture that says records: { from: that.ndjson }; of several tickets each has a file in
the folder --out, with a fixture.yaml beside them that names them all. In each fixture now is --to,
so that what is made with the same --from and --to can be served together, and a record is late yet
if --to comes before it is served.

Records that a fixture makes itself need no file at all: put the dials under a ticket's generate:.`;

const examples = `
Examples:
  auditrig generate helpshift --records 40 > mine.yaml
  auditrig generate opsramp --records 500 --seed 7 --dial disagreement=0.1 --dial ties.count=10
  auditrig generate motadata --dial 'actions={status: 3, note: 1}' --from 2025-03-01T00:00:00Z
  auditrig generate helpshift --records 10000000 --format ndjson --out big.ndjson
  auditrig generate opsramp --tickets 50 --records 2000 --format ndjson --out incidents/`;

interface Flags extends Given {
  tickets: number;
  out?: string;
  format?: 'yaml' | 'ndjson';
}

const MOST_TICKETS = 10_000;

export const generate = new Command('generate')
  .description('write histories of any size that are made from a seed')
  .addArgument(
    oneOf(
      new Argument('<vendor>', 'whose'),
      vendors.map(({ name }) => name),
    ),
  )
  .addOption(
    new Option('--records <n>', `how many records each ticket has; left out: ${RECORDS}`).argParser(
      wholeNumber(1, 1_000_000_000),
    ),
  )
  .addOption(
    new Option('--tickets <n>', 'how many tickets')
      .argParser(wholeNumber(1, MOST_TICKETS))
      .default(1),
  )
  .addOption(
    new Option('--seed <n>', 'from which all is drawn; left out: 1').argParser(
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
    ),
  )
  .option('--from <instant>', 'that no record is older than; left out: 2025-03-03T08:00:00Z')
  .option('--to <instant>', 'before which all are made; left out: 30 days after --from')
  .option('--dial <name=value>', 'any other dial; repeatable', appended)
  .option(
    '--out <path>',
    'a file, or of several tickets as ndjson a new or empty folder; left out, or -: print it',
  )
  .addOption(
    new Option('--format <f>', 'left out: as --out is named, or yaml').choices(['yaml', 'ndjson']),
  )
  .addHelpText('after', `${notes}\n${examples}`)
  .action(async (name: string, flags: Flags, command: Command) => {
    const { tickets: count, out: path, format = formOf(flags), ...given } = flags;
    const complain = (message: string) => command.error(`error: ${message}`);
    const { language } = vendors.find((vendor) => vendor.name === name) as AnyVendor;
    const files = format === 'ndjson' ? count : 1;
    const dials = dialsOf(given, complain);
    const out = destinationOf(path, files, complain);
    const { tickets, now } = generateTickets(language, dials, count, complain);
    const records = tickets.reduce((sum, { generated }) => sum + generated.length, 0);
    if (format === 'yaml') {
      const text = yamlText(language, tickets, now, ['auditrig', ...process.argv.slice(2)]);
      if (typeof text === 'number') return complain(tooMany(text, records));
      return interruptible((signal) => writeOut([text], out, signal));
    }
    const [{ generated }] = tickets as [GeneratedTicket];
    await interruptible((signal) =>
      withProgress('records', (progress) => {
        let sum = 0;
        progress(sum, records);
        const done = (more: number) => {
          sum += more;
          progress(sum, records);
        };
        return files > 1
          ? writeFolder(language, tickets, now, out as string, { signal, done })
          : writeOut(ndjsonChunks(generated, done), out, signal);
      }),
    );
  });

/** @param listed how many of the records a fixture can list */
function tooMany(listed: number, records: number): string {
  return `--format yaml: expected no more records than a fixture can list, some ${Math.floor(listed / 100) * 100} such as these, found ${records}; use --format ndjson, or put the dials under generate: in a fixture`;
}

/** A file's name tells what it shall hold. */
function formOf({ out = '' }: Flags): Flags['format'] {
  return out.endsWith('.ndjson') ? 'ndjson' : 'yaml';
}

function appended(value: string, values: readonly string[] = []): string[] {
  return [...values, value];
}
