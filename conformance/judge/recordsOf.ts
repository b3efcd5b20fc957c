/** All records of a ticket that a client could have read, as they are served to it. */
import type { Session } from '../../mock-server/Session.js';
import { keyOf } from '../../mock-server/World.js';

/** @returns nothing where the client had no answer with records */
export function recordsOf(
  session: Session,
  vendor: string,
  target: Readonly<Record<string, string>>,
): unknown[] {
  const part = session.parts.find((one) => one.vendor.name === vendor);
  const address = part?.part.addressOf(target) ?? [];
  const [answer] = part?.answers.of(keyOf(address)) ?? [];
  if (!part || !answer) return [];
  const ticket = part.seenAs(part.versionOf(address), address, answer.viewed);
  return Array.from({ length: ticket.known }, (_, identity) => ticket.positionOf(identity)).flatMap(
    (position) =>
      position === undefined ? [] : [JSON.parse(ticket.write(ticket.recordAt(position)))],
  );
}
