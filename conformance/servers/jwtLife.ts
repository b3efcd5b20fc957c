/** How many seconds a token lives, as it says itself; undefined where it is no JWT, or does not. */
import { isObject } from '../reference/isObject.js';
import { parsed } from './parsed.js';

export function jwtLife(token: unknown): number | undefined {
  const [, claims = ''] = typeof token === 'string' ? token.split('.') : [];
  const read = parsed(Buffer.from(claims, 'base64url').toString());
  const { iat, exp } = isObject(read) ? read : {};
  return typeof iat === 'number' && typeof exp === 'number' ? exp - iat : undefined;
}
