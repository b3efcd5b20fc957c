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
    const changes = listOf(record.changeLog).flatMap(changeOf);
    const recipients = recipientsOf(record);
    return {
      // event-time, event-time-without-offset; event-times-as-written has nothing to do
      time: typeof createdTime === 'string' ? timestampTime(createdTime) : unreadableTime(null),
      actor,
      action: actionOf(textOf(record.logType) ?? null, activity),
      targetName: null,
      changes,
      ...(recipients.length > 0 && { recipients }),
      // event-message
      message: activity,
      losses: [
        ...(actor ? conflict(activity, actor, by) : []),
        ...(changes.some(isStringly) ? (['change.stringly_typed'] as const) : []),
        ...htmlLosses(record.htmlLog, changes, activity),
      ],
    };
  },
};

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
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
function conflict(activity = '', actor: EventActor, { firstName }: Raw): EventLoss[] {
  const at = activity.lastIndexOf(' by ');
  const behind = at < 0 ? '' : activity.slice(at + ' by '.length);
  const [told = ''] = behind.split(/ for | from |</, 1);
  const name = nameIn(told);
  const known = [nameIn(firstName), actor.name, actor.id];
  return name === null || known.includes(name) ? [] : ['actor.text_conflict'];
}

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
  const { attribute: field, oldValue: from, newValue: to } = entry as Record<string, string>;
  return [
    {
      field: field as string,
      op: 'set',
      ...(typeof from === 'string' && { from }),
      ...(typeof to === 'string' && { to }),
      basis: 'structured',
    },
  ];
}

/** event-stringly */
function isStringly({ from = '', to = '' }: TextChange): boolean {
  return looksTyped(from) || looksTyped(to);
}

/** event-html-pieces, event-html-conflict, event-html-only */
function htmlLosses(htmlLog: unknown, changes: readonly TextChange[], activity = ''): EventLoss[] {
  const losses: EventLoss[] = [];
  for (const piece of listOf(htmlLog).flatMap((item) => htmlPieces(textOf(item) ?? ''))) {
    const own = changes.filter(({ field }) => piece.startsWith(`${squeezed(field)} changed from `));
    if (own.length === 0) {
      if (!squeezed(activity).includes(piece)) losses.push('change.html_only');
    } else if (!own.some((change) => piece === sentenceOf(change)))
      losses.push('change.html_conflict');
  }
  return losses;
}

function sentenceOf({ field, from = '', to = '' }: TextChange): string {
  return squeezed(`${field} changed from ${from} to ${to}`);
}

/** event-recipients */
function recipientsOf({ toList, ccList }: Raw): EventRecipient[] {
  return [...addressed('to', toList), ...addressed('cc', ccList)];
}

function addressed(kind: EventRecipient['kind'], list: unknown): EventRecipient[] {
  return (textOf(list) ?? '').split(',').flatMap((part) => {
    const address = nameIn(part);
    return address === null ? [] : [{ kind, address }];
  });
}
