/** `auditrig completeness`: which events a client of a running simulator got, missed and got again, and why. */
import { Command, Option } from 'commander';
import type { Completeness } from '../mock-server/Simulator.js';
import { type AdminFlags, withAdminOptions } from './admin/adminOptions.js';
import { askAdmin } from './admin/askAdmin.js';
import { chooseTarget } from './admin/chooseTarget.js';
import { completenessLines } from './admin/completenessLines.js';
import { deliveryParts } from './admin/deliveryParts.js';

interface Flags extends AdminFlags {
  session: string;
  vendor?: string;
  target?: string;
  since?: string;
  until?: string;
  actions?: string;
  credential?: string;
  received?: string;
  as: 'records' | 'lines';
}

const NOT_COMPLETE = 1;
const NOT_JUDGED = 3;

const exitCodes = `
Exit code 0: all that the client could have read was served to it, and delivered where that was told;
1: it was not; 3: there is nothing to judge, or too much; 2: misuse.`;

export const completeness = withAdminOptions(
  new Command('completeness')
    .description('say which events a client missed or got again, and why')
    .option('--session <id>', 'whose client', 'default')
    .option('--vendor <v>', 'may be left out where the session has one only')
    .option('--target <t>', "a ticket's names joined by slashes; likewise")
    .option('--since <instant>', 'inclusive; left out: as the client asked')
    .option('--until <instant>', 'likewise')
    .option('--actions <a,b>', 'only these; likewise')
    .option('--credential <name>', 'who asked; left out: the first that did')
    .option('--received <file>', 'what the client delivered, a line each (- is stdin)')
    .addOption(
      new Option('--as <what>', "its lines: the vendor's own records as JSON, or of any shape")
        .choices(['records', 'lines'])
        .default('lines'),
    )
    .addHelpText('after', exitCodes),
  'auditrig completeness',
  'auditrig completeness --vendor helpshift --target amazon/3423',
  'auditrig completeness --session f111be0450 --received out.ndjson --as records --json',
).action(async (flags: Flags, command: Command) => {
  const { session, received, json } = flags;
  if (received === undefined && command.getOptionValueSource('as') === 'cli')
    command.error(
      'error: --as says how to read what --received gives; expected both, found --as alone',
    );
  const path = `/sessions/${encodeURIComponent(session)}`;
  const { vendor, target, names } = await chooseTarget(flags, path, command);
  const parts = received === undefined ? [] : deliveryParts(received, flags.as, command);
  for (const part of parts)
    await askAdmin(command, 'POST', `${path}/received`, { vendor, target: names, ...part });
  const query = new URLSearchParams({ vendor, target });
  for (const name of ['since', 'until', 'actions', 'credential'] as const)
    if (flags[name] !== undefined) query.set(name, flags[name]);
  const verdict = await askAdmin<Completeness>(command, 'GET', `${path}/completeness?${query}`);
  if (json) console.log(JSON.stringify(verdict, null, 2));
  else {
    const delivered = parts.flatMap(({ records, lines }) => records ?? lines ?? []);
    for (const line of completenessLines(verdict, delivered)) console.log(line);
  }
  process.exitCode = exitCodeOf(verdict);
});

function exitCodeOf({ judged, complete, delivered }: Completeness): number {
  if (!judged || delivered?.judged === false) return NOT_JUDGED;
  return complete && (delivered?.faithful ?? true) ? 0 : NOT_COMPLETE;
}
