/** Helpshift's records as events: its events.yaml, rule by rule. */
import type { EventActor, EventChange, EventTime } from '../../../specs/audit-event/types.js';
import { epochTime } from '../../reference/epochTime.js';
import { isObject } from '../../reference/isObject.js';
import { nameIn } from '../../reference/nameIn.js';
import { sameJson } from '../../reference/sameJson.js';
import { timestampTime } from '../../reference/timestampTime.js';
import { unreadableTime } from '../../reference/unreadableTime.js';
import type { Raw, VendorNormalizer } from '../../reference/VendorNormalizer.js';

export const normalizer: VendorNormalizer = {
  // event-source
  product: 'Helpshift',
  recordType: 'issue_audit_log',
  subtype: 'issue',
  tenantOf: (domain) => domain,
  listOf,
  reader: () => (record) => {
    const { action_taken_at, action, actor } = record;
    const original = typeof action === 'string' ? action : null;
    return {
      time: timeOf(action_taken_at),
      actor: isObject(actor) ? actorOf(actor) : undefined,
      action: { verb: VERBS.get(original), original, basis: 'structured' },
      targetName: null,
      changes: changesOf(record),
      message: undefined,
      losses: [],
    };
  },
};

/** event-list */
function listOf(body: unknown): unknown {
  if (!isObject(body)) return body;
  return [body.audit_logs, body['audit-logs'], body.issues].find(Array.isArray);
}

/** event-time, event-time-text */
function timeOf(value: unknown): EventTime {
  if (typeof value === 'number') return epochTime(value);
  if (typeof value !== 'string') return unreadableTime(null);
  const time = timestampTime(value);
  return time.zone === null ? unreadableTime(value) : time;
}

/** event-actor, event-actor-type, event-roles */
function actorOf(actor: Raw): EventActor | undefined {
  const id = nameIn(actor.uid);
  const name = nameIn(actor.name);
  const email = nameIn(actor.email);
  if (id === null && name === null && email === null) return undefined;
  const roles = rolesOf(actor.roles);
  const type = id !== null ? 'end_user' : roles?.length ? 'user' : 'unknown';
  const known: EventActor = { type, id, name, email, basis: 'structured' };
  if (roles) known.roles = roles;
  return known;
}

function rolesOf(roles: unknown): string[] | undefined {
  if (Array.isArray(roles)) return roles.filter((role) => nameIn(role) !== null);
  return nameIn(roles) === null ? undefined : [roles as string];
}

/** event-verb */
const VERBS = new Map<string | null, 'create' | 'update'>([
  ['create-issue', 'create'],
  ['add-tags', 'update'],
  ['resolve', 'update'],
]);

/** event-changes, event-whole-state, event-changes-basis */
function changesOf(record: Raw): EventChange[] {
  const { from_data = null, to_data = null } = record;
  if (!isObject(from_data) || !isObject(to_data))
    return sameJson(from_data, to_data)
      ? []
      : [changeOf(null, record, 'from_data', record, 'to_data')];
  const fields = new Set([...Object.keys(from_data), ...Object.keys(to_data)]);
  return [...fields]
    .sort()
    .filter((field) => !sameJson(own(from_data, field), own(to_data, field)))
    .map((field) => changeOf(field, from_data, field, to_data, field));
}

/** With from and to where they are there. */
function changeOf(
  field: string | null,
  before: Raw,
  fromKey: string,
  after: Raw,
  toKey: string,
): EventChange {
  const change: EventChange = { field, op: 'set', basis: 'structured' };
  if (Object.hasOwn(before, fromKey)) change.from = before[fromKey] as EventChange['from'];
  if (Object.hasOwn(after, toKey)) change.to = after[toKey] as EventChange['to'];
  return change;
}

/** Undefined where it is not there. */
function own(data: Raw, field: string): unknown {
  return Object.hasOwn(data, field) ? data[field] : undefined;
}
