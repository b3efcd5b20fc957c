/** Plays fixtures until a signal comes. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Admin } from '../../mock-server/admin/startAdmin.js';
import { type StartedSimulator, startSimulator } from '../../mock-server/startSimulator.js';
import { vendors } from '../../mock-server/vendors/index.js';
import type { World } from '../../mock-server/World.js';
import { authorityFile } from '../authorityFile.js';
import { readyFile } from '../readyFile.js';
import { runFile } from '../runFile.js';
import { watchFiles } from '../watchFiles.js';
import { type AdminApiFlags, openAdmin } from './openAdmin.js';
import { reload } from './reload.js';
import { type TlsFlags, tlsOptions } from './tlsOptions.js';
import { undocumentedLines } from './undocumentedLines.js';

interface Flags extends TlsFlags, AdminApiFlags {
  port: number;
  host: string;
  rebase?: 'now';
  watch?: true;
  maxSessions: number;
  journalEntries: number;
  journalBytes: number;
  readyFile?: string;
  strict?: true;
  quiet?: true;
  json?: true;
}

export async function serveFixtures(
  fixtures: string[],
  flags: Flags,
  command: Command,
): Promise<void> {
  const { port, host, quiet, json, strict, tlsCert } = flags;
  const { maxSessions: sessions, journalEntries, journalBytes } = flags;
  const ready =
    flags.readyFile === undefined
      ? undefined
      : readyFile(flags.readyFile, (message) => command.error(message));
  let started: StartedSimulator | undefined;
  let changedBefore = false;
  const changed = () => {
    if (started) reload(started, quiet);
    else changedBefore = true;
  };
  const follow = flags.watch && watchFiles(changed);
  const simulator = await startSimulator(
    vendors,
    {
      fixture: fixtures.length > 0 ? fixtures : undefined,
      port,
      host,
      tls: tlsOptions(flags, command),
      rebase: flags.rebase !== undefined,
      bounds: { sessions, journalEntries, journalBytes },
    },
    follow,
  );
  const { url, ca, world } = simulator;
  started = simulator;
  const admin = await openAdmin(simulator, flags, command);
  const authority = ca !== undefined && (ready || !quiet) ? authorityFile(ca) : undefined;
  const forget = admin && runFile({ pid: process.pid, url, admin: pick(admin) });
  const stop = async () => {
    ready?.remove();
    forget?.();
    authority?.remove();
    await admin?.close();
    await simulator.close();
    const undocumented = strict ? simulator.undocumented() : [];
    for (const line of undocumentedLines(undocumented)) console.error(line);
    if (undocumented.length > 0) process.exitCode = 1;
  };
  // Before the ready line: who waits for it may send a signal at once. A second one ends at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  const line = JSON.stringify({
    url,
    vendors: vendorUrls(world, url),
    ...(admin && { admin: pick(admin) }),
    ca: authority?.path,
  });
  const own = tlsCert === undefined ? undefined : resolve(tlsCert);
  try {
    ready?.write(`${line}\n`);
  } catch (error) {
    await stop();
    throw error;
  }
  if (json) console.log(line);
  else if (!quiet) {
    const { readyTable } = await import('../readyTable.js');
    console.log(readyTable(world, url, admin, { authority: authority?.path, own }));
  }
  if (changedBefore) changed();
}

function pick({ url, token }: Admin): Pick<Admin, 'url' | 'token'> {
  return { url, token };
}

function vendorUrls({ parts }: World, url: string): Record<string, string> {
  return Object.fromEntries(parts.map(({ vendor }) => [vendor.name, url]));
}
