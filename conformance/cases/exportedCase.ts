/** A case for normalizers as plain JSON, for a team's own test runner. */
import type { AuditEvent } from '../../specs/audit-event/types.js';
import type { JudgedVendor } from '../JudgedVendor.js';
import { ClientError } from '../reference/ClientError.js';
import { normalizeTrail } from '../reference/normalizeTrail.js';
import type { Context } from '../reference/VendorNormalizer.js';
import { type Ask, asksOf } from './asksOf.js';
import type { NormalizerCase } from './Case.js';
import { errorsOf } from './errorsOf.js';

export interface ExportedCase {
  /** The case's id; behind it, in which way the trail is given once more. */
  id: string;
  title: string;
  strength: 'must' | 'should';
  rules: readonly { id: string; says: string }[];
  vendor: string;
  context: Context;
  bodies: readonly string[];
  /** What must come back: these events, in any order. */
  events?: readonly AuditEvent[];
  /** Or an error with one of these codes; where there are events, too, either is right. */
  error?: readonly string[];
}

/** The trail of a case, and the ways in which it is given once more. @param seed of constructed records */
export function exportedCases(
  one: NormalizerCase,
  vendor: JudgedVendor,
  seed: number,
): ExportedCase[] {
  const { title, strength, rules } = one;
  const said = { title, strength, rules: rules.map(({ id, says }) => ({ id, says })) };
  return asksOf(one, vendor.caseTrail, seed).map((ask) => {
    const { varied, context, bodies } = ask;
    const id = varied === undefined ? one.id : `${one.id}.${varied}`;
    const error = varied === 'control' ? undefined : errorsOf(one);
    const events = eventsOf(vendor, ask);
    return {
      ...{ id, ...said, vendor: vendor.name, context, bodies },
      ...(events && { events }),
      ...(error && { error }),
    };
  });
}

/** All that is in them, and not only what the case is about; undefined where they are refused. */
function eventsOf(
  { name, normalizer }: JudgedVendor,
  { context, bodies }: Ask,
): AuditEvent[] | undefined {
  try {
    return normalizeTrail(normalizer, name, context, bodies);
  } catch (error) {
    if (error instanceof ClientError) return undefined;
    throw error;
  }
}
