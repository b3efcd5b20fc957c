/** Clients that do nothing of what they are asked, and claim all of it. */
import { ClientError, ERROR_CODES } from '../reference/ClientError.js';
import type { ClientFunction } from '../subjects/functionSubject.js';
import { CAPABILITIES } from '../subjects/Subject.js';

/** @param vendors the names of those that they claim */
export function nullClients(vendors: readonly string[]): ClientFunction[] {
  const make = (name: string, fetch: ClientFunction['fetch']): ClientFunction => ({
    ...{ name, vendors, capabilities: CAPABILITIES, fetch },
  });
  return [
    make('empty', async () => []),
    make('constant', async () => [{ a: 1 }]),
    make('echo', async (what) => [what]),
    ...ERROR_CODES.map((code) =>
      make(`always-${code}`, async () => {
        throw new ClientError(code, 'nothing was tried');
      }),
    ),
  ];
}
