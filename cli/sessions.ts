/** `auditrig sessions`: the sessions of a running simulator. */
import { Command } from 'commander';
import { visible } from '../fixtures/language/visible.js';
import type { Sessions } from '../specs/admin/types.js';
import { type AdminFlags, withAdminOptions } from './admin/adminOptions.js';
import { askAdmin } from './admin/askAdmin.js';
import { clockText } from './admin/clockText.js';
import { columns } from './columns.js';

export const sessions = withAdminOptions(
  new Command('sessions').description('list the sessions of a running simulator'),
  'auditrig sessions',
  'auditrig sessions --admin http://127.0.0.1:4011 --json',
).action(async ({ json }: AdminFlags, command: Command) => {
  const answer = await askAdmin<Sessions>(command, 'GET', '/sessions');
  if (json) return console.log(JSON.stringify(answer, null, 2));
  const rows = answer.sessions.map(({ id, fixture, requests, expires, ...clock }) => [
    id,
    fixture,
    String(requests),
    clockText(clock),
    expires ?? 'never',
  ]);
  const lines = columns([['ID', 'FIXTURE', 'REQUESTS', 'CLOCK', 'EXPIRES'], ...rows]);
  console.log(lines.map(visible).join('\n'));
});
