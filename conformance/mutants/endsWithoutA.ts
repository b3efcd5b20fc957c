/** A mistake: what should end with an error ends as if all were well. */
import { ClientError, type ErrorCode } from '../reference/ClientError.js';
import type { ClientMutant } from './ClientMutant.js';

export function endsWithoutA(...codes: readonly ErrorCode[]): NonNullable<ClientMutant['records']> {
  return async function* (right) {
    try {
      yield* right;
    } catch (error) {
      if (!(error instanceof ClientError && codes.includes(error.code))) throw error;
    }
  };
}
