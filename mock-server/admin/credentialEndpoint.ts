/** Ends, changes and adds credentials of a vendor. */
import type { ChangeCredentials } from '../../specs/admin/types.js';
import type { AdminEndpoint } from './AdminEndpoint.js';

export const credentialEndpoint: AdminEndpoint<ChangeCredentials> = {
  method: 'post',
  path: '/sessions/:id/credentials',
  takes: 'changeCredentials',
  fixturePart: 'add',
  act({ session, body: { vendor, revoke, rotate, secrets, add, endTokens } }) {
    const credentials = session.credentials(vendor);
    if (revoke !== undefined) credentials.revoke(revoke);
    if (rotate !== undefined) credentials.rotate(rotate, secrets);
    if (add !== undefined) credentials.add(add);
    if (endTokens !== undefined) credentials.endTokens(endTokens);
    return { status: 200, body: { credentials: credentials.list() } };
  },
};
