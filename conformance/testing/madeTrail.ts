/** A trail by chance with the right events of it, for tests. */
import type { AuditEvent } from '../../specs/audit-event/types.js';
import type { ExpectedRecord } from '../cases/asksOf.js';
import { Draw } from '../cases/Draw.js';
import type { JudgedVendor } from '../JudgedVendor.js';
import type { Trail } from '../judge/judgeEvents.js';
import { normalizeTrail } from '../reference/normalizeTrail.js';

interface MadeTrail {
  trail: Trail;
  records: ExpectedRecord[];
  events: AuditEvent[];
}

/** @param doubles how many of the records come once more at the end */
export function madeTrail(
  { name, caseTrail, normalizer }: JudgedVendor,
  seed: number,
  count: number,
  doubles = 2,
): MadeTrail {
  const draw = new Draw(seed, name);
  const once = Array.from({ length: count }, () => caseTrail.construct(draw));
  const records = [...once, ...once.slice(0, doubles)];
  const { context } = caseTrail;
  const body = caseTrail.body(
    records.map(({ record }) => record),
    { page: 1, pages: 1, total: records.length },
  );
  return {
    trail: { vendor: name, tenant: caseTrail.tenant(context), target: context.target_id },
    // As they are read, without what JSON does not write.
    records: JSON.parse(JSON.stringify(records)),
    events: normalizeTrail(normalizer, name, context, [JSON.stringify(body)]),
  };
}
