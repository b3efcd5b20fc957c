/** Finds out, when a request is refused, what is known of its credential. */
import type { Secret } from './Credentials.js';
import type { Exchange, Told } from './Exchange.js';
import { nearMiss, type Owners } from './nearMiss.js';
import type { Refusal, RefusalKind } from './Refusal.js';
import type { SessionPart } from './SessionPart.js';

/** The kinds of refusal that are a credential's fault. */
const OF_CREDENTIALS: ReadonlySet<RefusalKind> = new Set([
  'no-credential',
  'malformed-credential',
  'unknown-credential',
  'unknown-client',
  'bad-grant',
]);

/** It is told while the sessions are as they were when it was asked. @param part whose world is played @param meant the secrets that it may mean */
export function explain(
  exchange: Exchange,
  part: SessionPart,
  { kind }: Refusal,
  meant: readonly Secret[],
  owners: Owners,
): Told {
  const { isOwn, time } = exchange;
  if (isOwn && !OF_CREDENTIALS.has(kind)) return {};
  const because = isOwn ? part.credentials.whyEnded(meant, time) : undefined;
  if (because !== undefined) return { because };
  const near = nearMiss(exchange, owners);
  return near === undefined ? {} : { nearMiss: near };
}
