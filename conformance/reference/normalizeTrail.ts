/** Turns the pages of one trail into events, by the rules that hold for all vendors. */
import { hash } from 'node:crypto';
import type {
  AuditEvent,
  EventActor,
  EventLoss,
  EventTime,
} from '../../specs/audit-event/types.js';
import { actionName } from './actionName.js';
import { ClientError } from './ClientError.js';
import { canonicalForm } from './canonicalForm.js';
import { EventIds } from './EventIds.js';
import { hasTag } from './hasTag.js';
import { inOrder } from './inOrder.js';
import { isObject } from './isObject.js';
import { readJson } from './readJson.js';
import type { Context, Losses, Raw, Reading, VendorNormalizer } from './VendorNormalizer.js';

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
  const { product, recordType: record_type, subtype } = vendor;
  const read = vendor.reader(context);
  const tenant = vendor.tenantOf(context.tenant);
  const ids = new EventIds(name, tenant, context.target_id);
  /** How many records of a hash there have been. */
  const seen = new Map<string, number>();

  function eventOf(raw: Raw): AuditEvent {
    const record_sha256 = hash('sha256', canonicalForm(raw));
    const ordinal = seen.get(record_sha256) ?? 0;
    seen.set(record_sha256, ordinal + 1);
    const reading = read(raw);
    const { action, recipients, message } = reading;
    // Spread out in one expression, it would take several microseconds.
    const event: AuditEvent = {
      schema_version: '1.0',
      id: ids.idOf(record_sha256, ordinal),
      source: { vendor: name, product, tenant, record_type, record_sha256, ordinal },
      time: reading.time,
      actor: reading.actor ?? nobody(),
      action: {
        verb: action.verb ?? 'other',
        name: actionName(action.original),
        original: action.original,
        basis: action.basis,
      },
      target: { type: 'ticket', subtype, id: context.target_id, name: reading.targetName },
      changes: reading.changes,
      loss: inOrder(reading.losses, lossesOf(reading)),
      raw,
    };
    if (recipients !== undefined) event.recipients = recipients;
    if (message !== undefined && !hasTag(message)) event.message = message;
    return event;
  }

  // A part is never passed off as the whole: all bodies are read before the first event is made.
  const pages = bodies.map((body) => recordsOf(vendor.listOf(readJson(body))));
  return pages.flatMap((records) => records.map(eventOf));
}

/** audit-event/actor-absent */
function nobody(): EventActor {
  return { type: 'unknown', id: null, name: null, email: null, basis: 'absent' };
}

function recordsOf(list: unknown): Raw[] {
  if (!Array.isArray(list)) throw new ClientError('malformed_response', 'found no list of records');
  for (const record of list)
    if (!isObject(record))
      throw new ClientError('malformed_response', 'expected records, found something else');
  return list;
}

/** What is lost whoever the vendor is. */
function lossesOf({ time, actor, action }: Reading): Losses {
  return [
    timeLoss(time),
    actor === undefined ? 'actor.absent' : actorLoss(actor),
    action.verb === undefined ? 'action.unrecognized' : undefined,
  ];
}

function timeLoss({ precision, zone_basis }: EventTime): EventLoss | undefined {
  if (precision === null) return 'time.unreadable';
  return zone_basis === 'unknown' ? 'time.zone_unknown' : undefined;
}

function actorLoss({ name, email }: EventActor): EventLoss | undefined {
  return name === null || email === null ? 'actor.partial' : undefined;
}
