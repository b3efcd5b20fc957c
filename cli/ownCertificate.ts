/** A tester's own certificate and key, from the files that the flags name. */
import { readFileSync } from 'node:fs';
import { CertificateError } from '../mock-server/tls/CertificateError.js';

/** @throws CertificateError where a file cannot be read */
export function ownCertificate(cert: string, key: string): { cert: string; key: string } {
  return { cert: read('--tls-cert', cert), key: read('--tls-key', key) };
}

function read(flag: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CertificateError(`${flag} ${file}: ${code === 'ENOENT' ? 'no such file' : message}`);
  }
}
