/** `auditrig import`: prints a fixture made of captured responses. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Argument, Command, Option } from 'commander';
import { importFixture } from '../fixtures/import/importFixture.js';
import type { VendorImport } from '../fixtures/import/VendorImport.js';
import { vendors } from '../fixtures/import/vendors/index.js';
import { oneOf } from './oneOf.js';

interface Flags {
  ticket: string;
  scrub?: true;
  records?: string;
}

/** The flags that say how an account writes its times. */
const timeSettings = new Set(vendors.flatMap((vendor) => vendor.timeSettings));

export const importCommand = new Command('import')
  .description('print a fixture made of captured responses of an audit log')
  .addArgument(
    oneOf(
      new Argument('<vendor>', 'whose responses they are'),
      vendors.map(({ language }) => language.name),
    ),
  )
  .argument(
    '<response...>',
    "files with an answer's JSON, as curl or curl -i writes it, pages in any order; - is standard input",
  )
  .requiredOption(
    '--ticket <t>',
    `the ticket's names: ${vendors.map(({ language, ticketExample }) => `${ticketExample} (${language.name})`).join('; ')}`,
  )
  .option(
    '--scrub',
    'replace people, addresses, hosts, phone and account numbers and secrets, the same by the same; companies, ticket numbers and times stay, and a name or a secret that stands in free text, where nothing tells that it is one, cannot be known: read the fixture before you pass it on',
  )
  .addOption(
    new Option('--zone <z>', "the time zone of the account's dates (motadata; UTC if left out)"),
  )
  .addOption(new Option('--format <f>', "the format of the account's dates (motadata)"))
  .option(
    '--records <file.ndjson>',
    'write the records to this file, one a line, and name it in the fixture, which is to be put beside it; for more than some 10,000',
  )
  .addHelpText(
    'after',
    '\nExamples:\n  auditrig import helpshift page1.json page2.json --ticket amazon/3423 --scrub > mine.yaml\n  auditrig import motadata audit.json --ticket 1 --zone Asia/Kolkata\n  curl -s … | auditrig import opsramp - --ticket client_4/INC0000001798\n  auditrig import opsramp long.json --ticket client_4/INC0000001798 --scrub --records long.ndjson > long.yaml',
  )
  .action(async (name: string, files: string[], flags: Flags, command: Command) => {
    const vendor = vendors.find(({ language }) => language.name === name) as VendorImport;
    const others = vendors.filter((other) => other !== vendor);
    const settings = Object.entries(flags).filter(([key]) => timeSettings.has(key));
    for (const [key] of settings)
      if (!vendor.timeSettings.includes(key))
        command.error(`error: --${key} is for vendors with local dates, which ${name} has not`);
    if (files.filter((file) => file === '-').length > 1)
      command.error('error: - can be given once; there is one standard input');
    const { yaml, notes } = await importFixture(files, vendor, others, {
      ticket: flags.ticket,
      scrub: flags.scrub === true,
      settings: Object.fromEntries(settings),
      recordsFile: flags.records,
    });
    for (const note of notes) console.error(`note: ${note}`);
    await pipeline(Readable.from([yaml]), process.stdout, { end: false });
  });
