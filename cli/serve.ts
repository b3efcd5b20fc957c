/** `auditrig serve`: plays fixtures over HTTP until it is stopped. */
import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { counted } from '../fixtures/language/counted.js';
import { FixtureError } from '../fixtures/language/FixtureError.js';
import { visible } from '../fixtures/language/visible.js';
import type { TlsOptions } from '../mock-server/Simulator.js';
import { type StartedSimulator, startSimulator } from '../mock-server/startSimulator.js';
import { vendors } from '../mock-server/vendors/index.js';
import type { World } from '../mock-server/World.js';
import { authorityFile } from './authorityFile.js';
import { complain } from './complain.js';
import { ownCertificate } from './ownCertificate.js';
import { readyTable } from './readyTable.js';
import { watchFiles } from './watchFiles.js';

interface Flags {
  port: number;
  host: string;
  tls?: true;
  tlsName?: string[];
  tlsCert?: string;
  tlsKey?: string;
  rebase?: 'now';
  watch?: true;
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
  .addOption(
    new Option('--tls', 'answer over https, with a throw-away authority and certificate').env(
      'AUDITRIG_TLS',
    ),
  )
  .addOption(
    new Option('--tls-name <name>', 'a name that the certificate is good for as well; repeatable')
      .env('AUDITRIG_TLS_NAME')
      .argParser(names)
      .conflicts(['tlsCert', 'tlsKey']),
  )
  .addOption(
    new Option('--tls-cert <file>', 'a certificate of your own, as PEM').env('AUDITRIG_TLS_CERT'),
  )
  .addOption(new Option('--tls-key <file>', 'its key, as PEM').env('AUDITRIG_TLS_KEY'))
  .addOption(
    new Option('--rebase <when>', 'move the whole world so that its last record is a minute old')
      .env('AUDITRIG_REBASE')
      .choices(['now']),
  )
  .addOption(
    new Option('--watch', 'follow changes of the fixture, and of all files that it names').env(
      'AUDITRIG_WATCH',
    ),
  )
  .addOption(new Option('--quiet', 'print nothing but errors').env('AUDITRIG_QUIET'))
  .addOption(
    new Option('--json', 'print one line of JSON with the URLs when ready')
      .env('AUDITRIG_JSON')
      .conflicts('quiet'),
  )
  .addHelpText(
    'after',
    '\nExamples:\n  auditrig serve\n  auditrig serve mine.yaml --port 0 --json\n  auditrig serve --tls --tls-name simulator.test --rebase now',
  )
  .action(async (fixtures: string[], flags: Flags, command: Command) => {
    const { port, host, quiet, json, tlsCert } = flags;
    let started: StartedSimulator | undefined;
    let changedBefore = false;
    const changed = () => {
      if (started) reload(started, quiet);
      else changedBefore = true;
    };
    const follow = flags.watch && watchFiles(changed);
    const simulator = await startSimulator(
      vendors,
      {
        fixture: fixtures.length > 0 ? fixtures : undefined,
        port,
        host,
        tls: tlsOptions(flags, command),
        rebase: flags.rebase !== undefined,
      },
      follow,
    );
    const { url, ca, world, close } = simulator;
    started = simulator;
    const authority = ca === undefined || quiet ? undefined : authorityFile(ca);
    // Before the ready line: who waits for it may send a signal at once. A second one ends at once.
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        authority?.remove();
        void close();
      });
    if (json) {
      const urls = world.parts.map(({ vendor }) => [vendor.name, url]);
      const vendorUrls = Object.fromEntries(urls);
      console.log(JSON.stringify({ url, vendors: vendorUrls, ca: authority?.path }));
    } else if (!quiet)
      console.log(
        readyTable(world, url, {
          authority: authority?.path,
          own: tlsCert === undefined ? undefined : resolve(tlsCert),
        }),
      );
    if (changedBefore) changed();
  });

/** A broken edit leaves the world as it was. */
function reload(simulator: StartedSimulator, quiet: true | undefined): void {
  try {
    simulator.reload();
    if (!quiet) console.error(`auditrig plays ${described(simulator.world)} anew`);
  } catch (error) {
    if (!(error instanceof FixtureError)) throw error;
    complain(error.illustrated);
    complain(`${described(simulator.world)} is played on as it was`);
  }
}

/** A world's name, and how much there is in it. */
function described({ name, parts }: World): string {
  const tickets = parts.flatMap(({ section }) => section.tickets);
  const records = tickets.reduce((sum, { records }) => sum + records.length, 0);
  return `${visible(name)} (${counted(tickets.length, 'ticket')}, ${counted(records, 'record')})`;
}

function tlsOptions({ tls, tlsName, tlsCert, tlsKey }: Flags, command: Command): TlsOptions {
  if (tlsCert !== undefined && tlsKey !== undefined) return ownCertificate(tlsCert, tlsKey);
  if (tlsCert !== undefined) command.error('error: --tls-cert needs --tls-key as well');
  if (tlsKey !== undefined) command.error('error: --tls-key needs --tls-cert as well');
  return tlsName === undefined ? tls === true : { names: tlsName };
}

/** A variable cannot be repeated; commas part its names. */
function names(text: string, known: readonly string[] = []): string[] {
  return [...known, ...text.split(',').map((name) => name.trim())];
}

function portOf(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('Expected a whole number from 0 to 65535.');
  return Number(text);
}
