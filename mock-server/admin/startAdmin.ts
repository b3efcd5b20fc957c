/** Puts the admin API of a simulator on a port of its own. */
import { randomBytes } from 'node:crypto';
import { listen } from '../listen.js';
import { Misuse } from '../Misuse.js';
import type { StartedSimulator } from '../startSimulator.js';
import { createAdminApp } from './createAdminApp.js';

export interface AdminOptions {
  /** 0, the default, picks a free one. */
  port?: number;
  /** Default `127.0.0.1`. */
  host?: string;
  /** What every request must bring, but for the one whether the simulator is there. Left out: a made-up one. */
  token?: string | undefined;
}

/** An admin API that listens; it is to be closed before its simulator. */
export interface Admin {
  /** Scheme, host and port. */
  url: string;
  token: string;
  /** Takes no new requests, lets those in flight finish, and resolves when all connections are closed. */
  close(): Promise<void>;
}

/**
 * @throws Misuse where the token is one that cannot be sent
 * @throws the system's error where the port cannot be had
 */
export async function startAdmin(
  simulator: StartedSimulator,
  {
    port = 0,
    host = '127.0.0.1',
    token = randomBytes(24).toString('base64url'),
  }: AdminOptions = {},
): Promise<Admin> {
  if (!/^[!-~]+$/.test(token))
    throw new Misuse('wrong', 'expected an admin token of ASCII characters, without blanks');
  const { url, close } = await listen(createAdminApp(simulator, token), { port, host });
  return { url, token, close };
}
