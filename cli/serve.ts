/** `auditrig serve`: plays fixtures over HTTP until it is stopped. */
import { Command, Option } from 'commander';
import { serveFixtures } from './serve/serveFixtures.js';
import { wholeNumber } from './wholeNumber.js';

export const serve = new Command('serve')
  .description('play fixtures over HTTP')
  .argument('[fixture...]', "YAML files that make one world; left out: the pages' own sample data")
  .addOption(
    new Option('--port <n>', 'port to listen on; 0 picks a free one')
      .env('AUDITRIG_PORT')
      .default(4010)
      .argParser(wholeNumber(0, 65_535)),
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
  .addOption(
    new Option('--admin-port <n>', 'port of the admin API (default: 4011, or 0 beside --port 0)')
      .env('AUDITRIG_ADMIN_PORT')
      .argParser(wholeNumber(0, 65_535)),
  )
  .addOption(
    new Option('--admin-host <h>', 'address of the admin API')
      .env('AUDITRIG_ADMIN_HOST')
      .default('127.0.0.1'),
  )
  .addOption(
    new Option(
      '--admin-token <t>',
      'its token, better given as the variable, which the list of processes does not show; left out: a made-up one',
    ).env('AUDITRIG_ADMIN_TOKEN'),
  )
  .option('--no-admin', 'without the admin API')
  .addOption(
    new Option('--max-sessions <n>', 'how many sessions may be open at once')
      .env('AUDITRIG_MAX_SESSIONS')
      .default(10_000)
      .argParser(wholeNumber(1, 1_000_000)),
  )
  .addOption(
    new Option('--journal-entries <n>', 'how many requests each journal keeps')
      .env('AUDITRIG_JOURNAL_ENTRIES')
      .default(1000)
      .argParser(wholeNumber(0, 1_000_000)),
  )
  .addOption(
    new Option('--journal-bytes <n>', 'and of how many bytes at most')
      .env('AUDITRIG_JOURNAL_BYTES')
      .default(1024 * 1024)
      .argParser(wholeNumber(0, 1024 ** 3)),
  )
  .addOption(
    new Option(
      '--ready-file <path>',
      'write what --json prints to a file when ready; it goes at the end',
    ).env('AUDITRIG_READY_FILE'),
  )
  .addOption(
    new Option(
      '--strict',
      'end with exit code 1 if anything was asked for that no page knows, and list it',
    ).env('AUDITRIG_STRICT'),
  )
  .addOption(new Option('--quiet', 'print nothing but errors').env('AUDITRIG_QUIET'))
  .addOption(
    new Option('--json', 'print one line of JSON with the URLs when ready')
      .env('AUDITRIG_JSON')
      .conflicts('quiet'),
  )
  .addHelpText(
    'after',
    '\nExamples:\n  auditrig serve\n  auditrig serve mine.yaml --port 0 --json\n  auditrig serve --tls --tls-name simulator.test --rebase now\n  AUDITRIG_ADMIN_TOKEN=secret auditrig serve --ready-file ready.json --strict',
  )
  .action(serveFixtures);

/** A variable cannot be repeated; commas part its names. */
function names(text: string, known: readonly string[] = []): string[] {
  return [...known, ...text.split(',').map((name) => name.trim())];
}
