/** Matches endpoints and addresses. */
import type { AnyEndpoint } from './Endpoint.js';

/** Whether an endpoint can be asked about a ticket, or about what is above it. */
export function isAbout({ address }: AnyEndpoint, ticket: readonly string[]): boolean {
  return address.every((step, i) => step.startsWith(':') || step === ticket[i]);
}
