/** Asks the admin API of a running simulator on behalf of a command. */
import type { Command } from 'commander';
import { visible } from '../../fixtures/language/visible.js';
import type { AdminError } from '../../specs/admin/types.js';
import { findAdmin } from './findAdmin.js';

/** How long an answer may take, in milliseconds. */
const PATIENCE = 30_000;

/**
 * The body of the answer. Whatever goes wrong ends the command with a line that says what.
 * @param wrong what is thrown instead where places of the body are wrong
 */
export async function askAdmin<Answer>(
  command: Command,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
  wrong?: (problems: NonNullable<AdminError['problems']>) => Error,
): Promise<Answer> {
  const { url, token } = findAdmin(command);
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
    // Whoever answers must not lead the token elsewhere.
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() =>
    command.error(
      `error: no simulator answers at ${url}${from(command, 'admin')}; start one with auditrig serve, or say with --admin where it is`,
    ),
  );
  const answer = await response.json().catch(() => undefined);
  if (response.ok && typeof answer === 'object' && answer !== null) return answer as Answer;
  if (response.status === 401)
    command.error(
      token === undefined
        ? `error: the simulator at ${url} needs its token: set AUDITRIG_ADMIN_TOKEN, or give --admin-token`
        : `error: the token${from(command, 'adminToken')} is not that of the simulator at ${url}`,
    );
  const { error, problems } = (answer ?? {}) as Partial<AdminError>;
  if (wrong && problems) throw wrong(problems);
  return command.error(
    typeof error === 'string'
      ? `error: ${visible(error)}`
      : `error: what answers at ${url} is no admin API of auditrig (status ${response.status})`,
  );
}

/** The variable that an option was given as, to be put behind its value: it may be long forgotten. */
function from(command: Command, option: 'admin' | 'adminToken'): string {
  if (command.getOptionValueSource(option) !== 'env') return '';
  return ` (from ${command.options.find((one) => one.attributeName() === option)?.envVar})`;
}
