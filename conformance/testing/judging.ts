/** Judges clients in this process, for tests. */
import { vendors as played } from '../../mock-server/vendors/index.js';
import type { ClientOptions } from '../CheckOptions.js';
import { check } from '../check.js';
import { referenceClient } from '../reference/referenceClient.js';
import { type ClientFunction, functionSubject } from '../subjects/functionSubject.js';
import { judgedVendors } from '../vendors/index.js';

export const reference = referenceClient(judgedVendors);
/** The most basic case of each vendor. */
export const BASIC = '*/client/endpoint/reads';

/** Judges a client that differs from the reference in some ways. */
export function judge(client: Partial<ClientFunction>, options: Partial<ClientOptions> = {}) {
  const subject = functionSubject({ ...reference, ...client });
  return check(
    { played, judged: judgedVendors },
    { role: 'client', subject, patterns: [BASIC], seed: 1, workers: 2, ...options },
  );
}
