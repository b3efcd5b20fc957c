/** A tester's own certificate and key, from the files that the flags name. */
import { readFileSync } from 'node:fs';
import { certificateProblem } from '../mock-server/tls/certificateProblem.js';

/** @throws FixtureError where a file cannot be read */
export function ownCertificate(cert: string, key: string): { cert: string; key: string } {
  return { cert: read('--tls-cert', cert), key: read('--tls-key', key) };
}

function read(flag: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw certificateProblem(code === 'ENOENT' ? 'no such file' : message, `${flag} ${file}`);
  }
}
