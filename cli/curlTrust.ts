/** What makes curl trust a simulator that speaks TLS. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { quoted } from './quoted.js';

/** Files with certificates; none where there is no TLS. */
export interface Trust {
  /** The throw-away authority's. */
  authority?: string | undefined;
  /** The tester's own. */
  own?: string | undefined;
}

/**
 * Flags for a command line, each with a blank behind it, and the base URL to ask: under a name of
 * the tester's own certificate where that is not for the address that is listened on.
 */
export function curlTrust({ authority, own }: Trust, base: string): [flags: string, base: string] {
  const file = authority ?? own;
  if (file === undefined) return ['', base];
  const cacert = `--cacert ${quoted(file)} `;
  const name = own === undefined ? undefined : otherName(own, base);
  if (name === undefined) return [cacert, base];
  const { host, port } = new URL(base);
  return [`${cacert}--connect-to ${quoted(`${name}:${port}:${host}`)} `, `https://${name}:${port}`];
}

/** The first host name of a certificate that does not have the address itself. */
function otherName(file: string, base: string): string | undefined {
  const certificate = new X509Certificate(readFileSync(file));
  if (certificate.checkIP(new URL(base).hostname.replace(/^\[|\]$/g, ''))) return undefined;
  const [, name] = /DNS:([^, ]+)/.exec(certificate.subjectAltName ?? '') ?? [];
  return name?.replace('*', 'simulator');
}
