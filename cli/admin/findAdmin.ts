/** Finds the admin API of the simulator that is meant. */
import type { Command } from 'commander';
import { reachableUrl } from '../../mock-server/admin/reachableUrl.js';
import { runningSimulators } from '../runningSimulators.js';
import type { AdminFlags } from './adminOptions.js';

export interface FoundAdmin {
  /** Ends without a slash. */
  url: string;
  token: string | undefined;
}

/** The one that is given, else the one that runs, else where `serve` would have it. */
export function findAdmin(command: Command): FoundAdmin {
  const { admin, adminToken } = command.opts<AdminFlags>();
  const running = runningSimulators();
  const given = admin === undefined ? undefined : urlOf(admin, command);
  const [found, ...others] = running.filter(({ admin: { url } }) => url === (given ?? url));
  if (others.length > 0) {
    const all = running.map(({ pid, admin: { url } }) => `${url} (process ${pid})`);
    command.error(
      `error: ${all.length} simulators are running; say with --admin which one: ${all.join(', ')}`,
    );
  }
  return {
    url: given ?? reachableUrl(found?.admin.url ?? usualUrl(), '127.0.0.1'),
    token: adminToken ?? found?.admin.token,
  };
}

function urlOf(text: string, command: Command): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username)
    return url.href.replace(/\/+$/, '');
  const given = command.getOptionValueSource('admin') === 'env' ? 'AUDITRIG_ADMIN' : '--admin';
  return command.error(
    `error: ${given}: expected a URL such as http://127.0.0.1:4011, found '${text}'`,
  );
}

/** In a container, a health check has the variables that `serve` has. */
function usualUrl(): string {
  const { AUDITRIG_ADMIN_HOST: host = '127.0.0.1', AUDITRIG_ADMIN_PORT: port = '4011' } =
    process.env;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
