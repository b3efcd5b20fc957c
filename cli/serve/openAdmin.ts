/** Opens the admin API beside a simulator that serves. */
import type { Command } from 'commander';
import type { Admin } from '../../mock-server/admin/startAdmin.js';
import type { StartedSimulator } from '../../mock-server/startSimulator.js';

const USUAL_PORT = 4011;

export interface AdminApiFlags {
  /** The simulator's own. */
  port: number;
  admin: boolean;
  adminPort?: number;
  adminHost: string;
  adminToken?: string;
}

/** Undefined where none is wanted. Where it cannot be, the simulator is closed as well. */
export async function openAdmin(
  simulator: StartedSimulator,
  flags: AdminApiFlags,
  command: Command,
): Promise<Admin | undefined> {
  const { port: beside, admin, adminHost: host, adminToken: token } = flags;
  // Who lets the system choose a port has several simulators, or may have.
  const { adminPort: port = beside === 0 ? 0 : USUAL_PORT } = flags;
  if (!admin) return undefined;
  // By now the simulator answers.
  const { startAdmin } = await import('../../mock-server/admin/startAdmin.js');
  try {
    return await startAdmin(simulator, { port, host, token });
  } catch (error) {
    await simulator.close();
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    if (syscall !== 'listen' && syscall !== 'getaddrinfo') throw error;
    const hint = code === 'EADDRINUSE' ? '; choose another --admin-port, or say --no-admin' : '';
    return command.error(`error: the admin API: ${message}${hint}`);
  }
}
