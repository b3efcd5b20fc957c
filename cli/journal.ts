/** `auditrig journal`: what a running simulator was asked, and what it answered. */
import { Command, Option } from 'commander';
import type { Journal } from '../mock-server/Simulator.js';
import { type AdminFlags, withAdminOptions } from './admin/adminOptions.js';
import { askAdmin } from './admin/askAdmin.js';
import { journalLines } from './admin/journalLines.js';

interface Flags extends AdminFlags {
  session: string;
  unattributed?: true;
}

export const journal = withAdminOptions(
  new Command('journal')
    .description('show what a running simulator was asked and answered, the oldest first')
    .option('--session <id>', 'whose requests', 'default')
    .addOption(
      new Option(
        '--unattributed',
        'those with credentials that no session knows, and what they nearly were',
      ).conflicts('session'),
    ),
  'auditrig journal',
  'auditrig journal --session default --json',
  'auditrig journal --unattributed',
).action(async ({ session, unattributed, json }: Flags, command: Command) => {
  const whose = unattributed ? 'unattributed' : `sessions/${encodeURIComponent(session)}`;
  const answer = await askAdmin<Journal>(command, 'GET', `/${whose}/journal`);
  if (json) return console.log(JSON.stringify(answer, null, 2));
  for (const line of journalLines(answer)) console.log(line);
});
