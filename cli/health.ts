/** `auditrig health`: whether a simulator is ready, for a container's health check. */
import { Command } from 'commander';
import { visible } from '../fixtures/language/visible.js';
import { type AdminFlags, withAdminOptions } from './admin/adminOptions.js';
import { findAdmin } from './admin/findAdmin.js';
import { complain } from './complain.js';

/** How long an answer may take, in milliseconds. */
const PATIENCE = 3000;

export const health = withAdminOptions(
  new Command('health').description('say whether a simulator is ready: exit code 0, or else 1'),
  'auditrig health',
  'auditrig health --admin http://auditrig:4011',
).action(async ({ json }: AdminFlags, command: Command) => {
  const { url } = findAdmin(command);
  const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(PATIENCE) })
    .then((response) => response.json() as Promise<{ status: unknown; version: unknown }>)
    .catch(() => undefined);
  if (answer?.status !== 'ok') {
    complain(`no simulator is ready at ${url}`);
    process.exitCode = 1;
  } else if (json) console.log(JSON.stringify({ ...answer, admin: url }, null, 2));
  else console.log(visible(`auditrig ${answer.version} is ready at ${url}`));
});
