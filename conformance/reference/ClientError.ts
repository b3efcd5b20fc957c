/** Why a client could not read an audit log. */

/** What a client may report: the protocol's closed list. */
export const ERROR_CODES = [
  'unauthorized',
  'forbidden',
  'not_found',
  'invalid_request',
  'rate_limited',
  'unavailable',
  'malformed_response',
  'timeout',
  'unsupported',
  'other',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export class ClientError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'ClientError';
    this.code = code;
  }
}
