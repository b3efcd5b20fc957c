/** Turns the pages of one trail into events, by the rules that hold for all vendors. */
import type {
  AuditEvent,
  EventActor,
  EventLoss,
  EventTime,
} from '../../specs/audit-event/types.js';
import { actionName } from './actionName.js';
import { ClientError } from './ClientError.js';
import { hasTag } from './hasTag.js';
import { Identities } from './Identities.js';
import { inOrder } from './inOrder.js';
import { isObject } from './isObject.js';
import { readJson } from './readJson.js';
import type { Context, Raw, Reading, VendorNormalizer } from './VendorNormalizer.js';

/**
 * One event for each record of each body, in their order.
 * @param name the vendor's, in lower case
 * @param bodies the texts of all answers that make one trail
 * @throws ClientError `malformed_response` where a body is not strict JSON or does not hold a list of records, `invalid_request` where the context cannot be used
 */
export function normalizeTrail(
  vendor: VendorNormalizer,
  name: string,
  context: Context,
  bodies: readonly string[],
): AuditEvent[] {
  const { product, recordType, subtype } = vendor;
  const tenant = vendor.tenantOf(context.tenant);
  const read = vendor.reader(context);
  const identify = new Identities(name, tenant, context.target_id);
  // A part is never passed off as the whole: all bodies are read before the first event is made.
  const records = bodies.flatMap((body) => recordsOf(vendor.listOf(readJson(body))));
  return records.map((raw) => {
    const { id, record_sha256, ordinal } = identify.next(raw);
    const reading = read(raw);
    const { time, actor = NOBODY, action, targetName, changes, recipients, message } = reading;
    return {
      schema_version: '1.0',
      id,
      source: { vendor: name, product, tenant, record_type: recordType, record_sha256, ordinal },
      time,
      actor: actor,
      action: {
        verb: action.verb ?? 'other',
        name: action.original === null ? null : actionName(action.original),
        original: action.original,
        basis: action.basis,
      },
      target: { type: 'ticket', subtype, id: context.target_id, name: targetName },
      changes,
      ...(recipients !== undefined && { recipients }),
      ...(message !== undefined && !hasTag(message) && { message }),
      loss: inOrder([...reading.losses, ...lossesOf(reading)]),
      raw,
    };
  });
}

const NOBODY: EventActor = { type: 'unknown', id: null, name: null, email: null, basis: 'absent' };

function recordsOf(list: unknown): Raw[] {
  if (!Array.isArray(list)) throw new ClientError('malformed_response', 'found no list of records');
  for (const record of list)
    if (!isObject(record))
      throw new ClientError('malformed_response', 'expected records, found something else');
  return list;
}

/** What is lost whoever the vendor is. */
function lossesOf({ time, actor, action }: Reading): EventLoss[] {
  const losses: EventLoss[] = timeLosses(time);
  if (actor === undefined) losses.push('actor.absent');
  else if (actor.name === null || actor.email === null) losses.push('actor.partial');
  if (action.verb === undefined) losses.push('action.unrecognized');
  return losses;
}

function timeLosses({ precision, zone_basis }: EventTime): EventLoss[] {
  if (precision === null) return ['time.unreadable'];
  return zone_basis === 'unknown' ? ['time.zone_unknown'] : [];
}
