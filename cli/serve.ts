/** `auditrig serve`: plays fixtures over HTTP until it is stopped. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { startSimulator } from '../mock-server/startSimulator.js';
import { vendors } from '../mock-server/vendors/index.js';
import { readyTable } from './readyTable.js';

interface Flags {
  port: number;
  host: string;
  quiet?: true;
  json?: true;
}

export const serve = new Command('serve')
  .description('play fixtures over HTTP')
  .argument('[fixture...]', "YAML files that make one world; left out: the pages' own sample data")
  .addOption(
    new Option('--port <n>', 'port to listen on; 0 picks a free one')
      .env('AUDITRIG_PORT')
      .default(4010)
      .argParser(portOf),
  )
  .addOption(
    new Option('--host <h>', 'address to listen on').env('AUDITRIG_HOST').default('127.0.0.1'),
  )
  .addOption(new Option('--quiet', 'print nothing but errors').env('AUDITRIG_QUIET'))
  .addOption(
    new Option('--json', 'print one line of JSON with the URLs when ready')
      .env('AUDITRIG_JSON')
      .conflicts('quiet'),
  )
  .addHelpText('after', '\nExamples:\n  auditrig serve\n  auditrig serve mine.yaml --port 0 --json')
  .action(async (fixtures: string[], { port, host, quiet, json }: Flags) => {
    const fixture = fixtures.length > 0 ? fixtures : undefined;
    const { url, world, close } = await startSimulator(vendors, { fixture, port, host });
    // Before the ready line: who waits for it may send a signal at once. A second one ends at once.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
    if (json) {
      const urls = world.parts.map(({ vendor }) => [vendor.name, url]);
      console.log(JSON.stringify({ url, vendors: Object.fromEntries(urls) }));
    } else if (!quiet) console.log(readyTable(world, url));
  });

function portOf(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('Expected a whole number from 0 to 65535.');
  return Number(text);
}
