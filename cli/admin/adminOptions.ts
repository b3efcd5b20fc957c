/** The options of every command that asks a running simulator. */
import { type Command, Option } from 'commander';

export interface AdminFlags {
  admin?: string;
  adminToken?: string;
  json?: true;
}

const notes = `
A simulator that you have running on this machine is found by itself. Otherwise, say where it is
with --admin, and its token with the variable AUDITRIG_ADMIN_TOKEN (better than --admin-token, which
others on the machine can see in the list of processes).`;

/** @param examples lines that can be pasted into a shell */
export function withAdminOptions(command: Command, ...examples: string[]): Command {
  return command
    .addOption(
      new Option('--admin <url>', "the simulator's admin API, such as http://127.0.0.1:4011").env(
        'AUDITRIG_ADMIN',
      ),
    )
    .addOption(new Option('--admin-token <token>', 'its token').env('AUDITRIG_ADMIN_TOKEN'))
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      [notes, '', 'Examples:', ...examples.map((line) => `  ${line}`)].join('\n'),
    );
}
