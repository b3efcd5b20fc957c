/** What certificate `auditrig serve` is to show. */
import type { Command } from 'commander';
import type { TlsOptions } from '../../mock-server/Simulator.js';
import { ownCertificate } from '../ownCertificate.js';

export interface TlsFlags {
  tls?: true;
  tlsName?: string[];
  tlsCert?: string;
  tlsKey?: string;
}

export function tlsOptions(
  { tls, tlsName, tlsCert, tlsKey }: TlsFlags,
  command: Command,
): TlsOptions {
  if (tlsCert !== undefined && tlsKey !== undefined) return ownCertificate(tlsCert, tlsKey);
  if (tlsCert !== undefined) command.error('error: --tls-cert needs --tls-key as well');
  if (tlsKey !== undefined) command.error('error: --tls-key needs --tls-cert as well');
  return tlsName === undefined ? tls === true : { names: tlsName };
}
