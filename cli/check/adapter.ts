/** `auditrig check adapter`: the smallest conversation with an adapter, explained. */
import { Command } from 'commander';
import { check } from '../../conformance/check.js';
import { textReport } from '../../conformance/report/textReport.js';
import { commandSubject } from '../../conformance/subjects/commandSubject.js';
import {
  BrokenSubject,
  type Conversation,
  type Subject,
} from '../../conformance/subjects/Subject.js';
import { judgedVendors } from '../../conformance/vendors/index.js';
import { vendors } from '../../mock-server/vendors/index.js';
import { wholeNumber } from '../wholeNumber.js';
import { commandAfterDashes } from './commandAfterDashes.js';
import { endOnSignals } from './endOnSignals.js';
import { refuseNoProgram } from './refuseNoProgram.js';
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
    const { patterns, command } = commandAfterDashes(given);
    if (command.length === 0)
      cli.error('error: expected -- and the command of the adapter, such as -- node adapter.js');
    if (patterns.length > 0)
      cli.error(
        `error: expected nothing but options before --, found ${JSON.stringify(patterns[0])}`,
      );
    refuseNoProgram(command, cli);
    endOnSignals();
    const listen = (direction: '→' | '←', line: string) => console.log(explained(direction, line));
    const spoken = commandSubject({ command, startTimeout: startTimeout * 1000, listen });
    const greeted = await greet(spoken);
    if (greeted instanceof BrokenSubject) {
      console.log(`\nFAIL ${greeted.reason}: ${greeted.message}`);
      process.exitCode = 1;
      return;
    }
    const report = await check(
      { played: vendors, judged: judgedVendors },
      {
        ...{ role: 'client', patterns: ['*/client/endpoint/reads'], workers: 1, seed: 1 },
        subject: greeted,
      },
    );
    console.log(`\n${textReport(report, rerunOf(cli, report, command))}`);
    process.exitCode = report.exitCode;
  });

/** Who does not say who he is, is not asked again for each case. */
async function greet<Talking extends Conversation>(
  subject: Subject<Talking>,
): Promise<Subject<Talking> | BrokenSubject> {
  try {
    let first: Talking | undefined = await subject.open();
    return {
      async open() {
        const opened = first ?? (await subject.open());
        first = undefined;
        return opened;
      },
    };
  } catch (error) {
    if (error instanceof BrokenSubject) return error;
    throw error;
  }
}

/** A line, what it is for, and not more of it than one can read. */
function explained(direction: '→' | '←', line: string): string {
  const [, type] = /^\{"type":\s*"(\w+)"/.exec(line) ?? [];
  const meaning =
    type === undefined
      ? 'a line that is not of the protocol: it is taken for logging'
      : (meanings[`${direction} ${type}`] ?? 'no message of the protocol is of this type');
  return `${direction} ${line.length > 400 ? `${line.slice(0, 400)}…` : line}\n    ${meaning}`;
}
