/** OpsRamp's activity entries as events: its events.yaml, rule by rule. */
import type {
  EventActor,
  EventChange,
  EventLoss,
  EventRecipient,
} from '../../../specs/audit-event/types.js';
import { htmlPieces } from '../../reference/htmlPieces.js';
import { isObject } from '../../reference/isObject.js';
import { looksTyped } from '../../reference/looksTyped.js';
import { nameIn } from '../../reference/nameIn.js';
import { squeezed } from '../../reference/squeezed.js';
import { timestampTime } from '../../reference/timestampTime.js';
import { unreadableTime } from '../../reference/unreadableTime.js';
import type { Raw, Reading, VendorNormalizer } from '../../reference/VendorNormalizer.js';

export const normalizer: VendorNormalizer = {
  // event-source
  product: 'OpsRamp',
  recordType: 'incident_activity',
  subtype: 'incident',
  tenantOf: (tenantId) => tenantId,
  // event-list
  listOf: (body) => (isObject(body) ? body.results : undefined),
  reader: () => (record) => {
    const { createdTime, createdBy } = record;
    const activity = textOf(record.activity);
    const by = isObject(createdBy) ? createdBy : {};
    const actor = actorOf(by);
    const changes = Array.isArray(record.changeLog) ? record.changeLog.flatMap(changeOf) : [];
    return {
      // event-time, event-time-without-offset; event-times-as-written has nothing to do
      time: typeof createdTime === 'string' ? timestampTime(createdTime) : unreadableTime(null),
      actor,
      action: actionOf(textOf(record.logType) ?? null, activity),
      targetName: null,
      changes,
      recipients: recipientsOf(record),
      // event-message
      message: activity,
      losses: [
        conflict(activity, actor, by),
        changes.some(isStringly) ? 'change.stringly_typed' : undefined,
        ...htmlLosses(record.htmlLog, changes, activity),
      ],
    };
  },
};

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** event-actor */
function actorOf({ loginName, firstName, lastName, email }: Raw): EventActor | undefined {
  const id = nameIn(loginName);
  const name = [nameIn(firstName), nameIn(lastName)].filter((part) => part !== null).join(' ');
  const address = nameIn(email);
  if (id === null && name === '' && address === null) return undefined;
  return { type: 'user', id, name: name || null, email: address, basis: 'structured' };
}

/** event-text-conflict */
function conflict(
  activity = '',
  actor: EventActor | undefined,
  { firstName }: Raw,
): EventLoss | undefined {
  if (actor === undefined) return undefined;
  const by = activity.lastIndexOf(BY);
  const [told] = by === -1 ? [] : activity.slice(by + BY.length).split(/ for | from |</, 1);
  const name = nameIn(told);
  const known = [nameIn(firstName), actor.name, actor.id];
  return name === null || known.includes(name) ? undefined : 'actor.text_conflict';
}

const BY = ' by ';

/** event-verb */
function actionOf(logType: string | null, activity = ''): Reading['action'] {
  if (logType !== 'TICKET')
    return { verb: VERBS.get(logType), original: logType, basis: 'structured' };
  const verb = activity.startsWith('New ') ? 'create' : 'update';
  return { verb, original: logType, basis: 'parsed' };
}

const VERBS = new Map<string | null, 'comment' | 'notify'>([
  ['TICKET_INTERNAL_RESPONSE', 'comment'],
  ['TICKET_NOTIFICATION', 'notify'],
]);

/** A change whose values are texts. */
type TextChange = EventChange & { field: string; from?: string; to?: string };

/** event-changes */
function changeOf(entry: unknown): TextChange[] {
  if (!isObject(entry) || nameIn(entry.attribute) === null) return [];
  const { attribute, oldValue, newValue } = entry;
  const change: TextChange = { field: attribute as string, op: 'set', basis: 'structured' };
  if (typeof oldValue === 'string') change.from = oldValue;
  if (typeof newValue === 'string') change.to = newValue;
  return [change];
}

/** event-stringly */
function isStringly({ from = '', to = '' }: TextChange): boolean {
  return looksTyped(from) || looksTyped(to);
}

/** event-html-pieces, event-html-conflict, event-html-only */
function htmlLosses(htmlLog: unknown, changes: readonly TextChange[], activity = ''): EventLoss[] {
  if (!Array.isArray(htmlLog)) return [];
  const told = changes.map(({ field, from = '', to = '' }) => ({
    beginning: `${squeezed(field)} changed from `,
    whole: squeezed(`${field} changed from ${from} to ${to}`),
  }));
  const sentence = squeezed(activity);
  const losses: EventLoss[] = [];
  for (const piece of htmlLog.flatMap((item) => htmlPieces(textOf(item) ?? ''))) {
    const own = told.filter(({ beginning }) => piece.startsWith(beginning));
    if (own.length === 0) {
      if (!sentence.includes(piece)) losses.push('change.html_only');
    } else if (!own.some(({ whole }) => piece === whole)) losses.push('change.html_conflict');
  }
  return losses;
}

/** event-recipients */
function recipientsOf({ toList, ccList }: Raw): EventRecipient[] | undefined {
  const recipients = [...addressed('to', toList), ...addressed('cc', ccList)];
  return recipients.length > 0 ? recipients : undefined;
}

function addressed(kind: EventRecipient['kind'], list: unknown): EventRecipient[] {
  const recipients: EventRecipient[] = [];
  for (const part of (textOf(list) ?? '').split(',')) {
    const address = nameIn(part);
    if (address !== null) recipients.push({ kind, address });
  }
  return recipients;
}
