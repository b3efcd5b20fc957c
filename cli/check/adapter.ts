/** `auditrig check adapter`: the smallest conversation with an adapter, explained. */
import { Command } from 'commander';
import { check } from '../../conformance/check.js';
import { textReport } from '../../conformance/report/textReport.js';
import { commandSubject } from '../../conformance/subjects/commandSubject.js';
import { judgedVendors } from '../../conformance/vendors/index.js';
import { vendors } from '../../mock-server/vendors/index.js';
import { wholeNumber } from '../wholeNumber.js';
import { commandAfterDashes } from './commandAfterDashes.js';
import { endOnSignals } from './endOnSignals.js';
import { rerunOf } from './rerunOf.js';

/** What each message is for. */
const meanings: Readonly<Record<string, string>> = {
  '→ hello': 'auditrig asks who it is',
  '← hello': 'it says who it is, which vendors it knows, and what it can do',
  '→ fetch': 'it is asked for the records of one ticket, with all that it needs',
  '← records': 'it passes on what it has read, as the vendor wrote it',
  '← result': 'it says that this was all',
  '← error': 'it says that it could not read it, and why',
  '← skip': 'it says that it cannot do this',
  '← sleep': 'it wants to wait',
  '→ tick': 'it is told that the time has come',
  '→ bye': 'nothing more is asked',
};

interface Flags {
  startTimeout: number;
}

export const adapter = new Command('adapter')
  .description('have the smallest conversation with an adapter, and explain it')
  .usage('[options] -- <command...>')
  .argument('[command...]', 'what starts the adapter')
  .option('--start-timeout <s>', 'seconds to say hello', wholeNumber(1, 3600), 10)
  .addHelpText('after', '\nExamples:\n  auditrig check adapter -- python3 adapter.py')
  .action(async (given: string[], { startTimeout }: Flags, cli: Command) => {
    const { command } = commandAfterDashes(given);
    if (command.length === 0)
      cli.error('error: expected -- and the command of the adapter, such as -- node adapter.js');
    endOnSignals();
    const listen = (direction: '→' | '←', line: string) => console.log(explained(direction, line));
    const report = await check(
      { played: vendors, judged: judgedVendors },
      {
        ...{ role: 'client', patterns: ['*/client/endpoint/reads'], workers: 1, seed: 1 },
        subject: commandSubject({ command, startTimeout: startTimeout * 1000, listen }),
      },
    );
    console.log(`\n${textReport(report, rerunOf(cli, report.seed, command))}`);
    process.exitCode = report.exitCode;
  });

/** A line, what it is for, and not more of it than one can read. */
function explained(direction: '→' | '←', line: string): string {
  const [, type] = /^\{"type":\s*"(\w+)"/.exec(line) ?? [];
  const meaning =
    type === undefined
      ? 'a line that is not of the protocol: it is taken for logging'
      : (meanings[`${direction} ${type}`] ?? 'no message of the protocol is of this type');
  return `${direction} ${line.length > 400 ? `${line.slice(0, 400)}…` : line}\n    ${meaning}`;
}
