/** The certificate of a throw-away authority as a file, for clients that can only be given a path. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface AuthorityFile {
  path: string;
  remove(): void;
}

/** Written to a folder that only the user can look into, which goes with the process at the latest. */
export function authorityFile(pem: string): AuthorityFile {
  const folder = mkdtempSync(join(tmpdir(), 'auditrig-'));
  const path = join(folder, 'ca.pem');
  writeFileSync(path, pem, { mode: 0o600 });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  return { path, remove };
}
