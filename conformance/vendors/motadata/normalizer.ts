/** Motadata's records as events: its events.yaml, rule by rule. All there is is a sentence and a local time. */
import type { EventAction, EventActor, EventChange } from '../../../specs/audit-event/types.js';
import { atCommas } from '../../reference/atCommas.js';
import { blanksBefore } from '../../reference/blanksBefore.js';
import { isObject } from '../../reference/isObject.js';
import { localTimeReader } from '../../reference/localTimeReader.js';
import { nameIn } from '../../reference/nameIn.js';
import type { Reading, VendorNormalizer } from '../../reference/VendorNormalizer.js';
import { withoutBlanks } from '../../reference/withoutBlanks.js';

const DATE_FORMAT = 'EEE, MMM dd, yyyy hh:mm aaa';

export const normalizer: VendorNormalizer = {
  // event-source
  product: 'ServiceOps',
  recordType: 'request_audit',
  subtype: 'request',
  tenantOf: (host) => host.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()),
  // event-list
  listOf: (body) => (isObject(body) ? body.objectList : body),
  // event-context
  reader({ time_zone, date_format = DATE_FORMAT }) {
    const timeOf = localTimeReader(date_format, time_zone);
    return ({ auditString, auditDate }) => {
      const { time, losses } = timeOf(auditDate);
      const sentence = typeof auditString === 'string' ? auditString : undefined;
      const { actor, action, targetName, changes, losses: more } = tell(sentence);
      return {
        time,
        actor,
        action,
        targetName,
        changes,
        message: sentence,
        losses: losses.concat(more, 'visibility.requester_scoped'),
      };
    };
  },
};

/** What a sentence tells. */
type Told = Pick<Reading, 'actor' | 'action' | 'targetName' | 'changes' | 'losses'>;

function tell(sentence = ''): Told {
  if (sentence.startsWith(CREATION)) return creation(sentence);
  return agreement(sentence.endsWith('.') ? actsIn(sentence.slice(0, -1)) : []);
}

const CREATION = 'Request with ID as ';

/** event-creation, event-attributes, event-attributes-unread */
function creation(sentence: string): Told {
  const attributes = attributesOf(sentence);
  const changes = (attributes ?? [])
    .filter(([name]) => name !== 'ID')
    .map(([field, to]): EventChange => ({ field, op: 'set', to, basis: 'parsed' }));
  const parsed = changes.length > 0 ? 'change.parsed' : undefined;
  return {
    actor: undefined,
    action: { verb: 'create', original: null, basis: 'parsed' },
    targetName: nameIn(attributes?.find(([name]) => name === 'Subject')?.[1]),
    changes,
    losses: [attributes === undefined ? 'change.ambiguous_split' : parsed],
  };
}

type Attribute = readonly [name: string, value: string];

/** Those behind the ID; undefined where they cannot be read, or in more than one way. */
function attributesOf(sentence: string): Attribute[] | undefined {
  if (!sentence.endsWith('.')) return undefined;
  const [id = '', ...parts] = atCommas(sentence.slice(CREATION.length, -1));
  const ways = parts.map((part, place) => waysToRead(part, place === parts.length - 1));
  if (!VALUE.test(id) || ways.some(({ length }) => length !== 1)) return undefined;
  return ways.flat(2);
}

/** In quotation marks, or bare. */
const VALUE = /^(?:"[^"]*"|(?!.* as )[^",]+)$/s;
const NAME = /^(?!for Requester |.* as )[^",]+$/s;
const REQUESTER = ' for Requester ';
const AS = ' as ';

/** The attributes that each way to read what stands behind a comma gives. */
function waysToRead(part: string, isLast: boolean): Attribute[][] {
  const ways: Attribute[][] = [];
  if (isLast && part.startsWith(REQUESTER) && VALUE.test(part.slice(REQUESTER.length)))
    ways.push([]);
  // Two may overlap; behind a third, a name would hold the first.
  const first = part.indexOf(AS);
  for (const at of [first, part.indexOf(AS, first + 1)]) {
    const name = part.slice(1, at);
    const value = part.slice(at + AS.length);
    if (at > 1 && part.startsWith(' ') && NAME.test(name) && VALUE.test(value))
      ways.push([[name, value.replaceAll('"', '')]]);
  }
  return ways;
}

const ADDED = ' has added ';
const CHANGED = ' has changed ';
const FROM = ' from ';
const TO = ' to ';

/** What a sentence that is no creation says where it is read at one place. */
interface Act {
  verb: EventAction['verb'];
  original: string;
  /** As it is written. */
  actor: string;
  /** Undefined where it is no change. */
  change: EventChange | 'several' | undefined;
}

/** event-readings */
function actsIn(text: string): Act[] {
  // Nobody is blank: so an actor ends behind the blanks.
  const start = blanksBefore(text);
  const additions: Act[] = [];
  for (let at = text.indexOf(ADDED, start); at !== -1; at = text.indexOf(ADDED, at + 1))
    if (nameIn(text.slice(at + ADDED.length)) !== null) additions.push(additionAt(text, at));
  const first = changeAt(text, text.indexOf(CHANGED, start));
  if (first === undefined) return additions;
  // Where none is read, none is read further behind; and three changes tell no more than two.
  const second = changeAt(text, text.indexOf(CHANGED, first.actor.length + 1));
  const changes = second === undefined ? [first] : [first, second];
  return additions.length > 0 ? additions.concat(changes) : changes;
}

/** event-added */
function additionAt(text: string, at: number): Act {
  const verb = text.startsWith('Reply', at + ADDED.length) ? 'comment' : 'update';
  return { verb, original: 'added', actor: text.slice(0, at), change: undefined };
}

/** @param at -1 where there is none */
function changeAt(text: string, at: number): Act | undefined {
  const change = at === -1 ? undefined : changeIn(text.slice(at + CHANGED.length));
  return change && { verb: 'update', original: 'changed', actor: text.slice(0, at), change };
}

/** event-changed; undefined where none can be read. */
function changeIn(text: string): Act['change'] {
  // No field is blank, either.
  const from = text.indexOf(FROM, blanksBefore(text));
  const to = from === -1 ? -1 : text.indexOf(TO, from + FROM.length);
  if (to === -1) return undefined;
  const later = text.indexOf(FROM, from + 1);
  const isLater = later !== -1 && text.includes(TO, later + FROM.length);
  if (isLater || text.includes(TO, to + 1)) return 'several';
  return {
    field: text.slice(0, from),
    op: 'set',
    from: text.slice(from + FROM.length, to),
    to: text.slice(to + TO.length),
    basis: 'parsed',
  };
}

/** event-agreement, event-no-reading, event-one-target */
function agreement(acts: readonly Act[]): Told {
  const [first] = acts;
  const isOne = acts.length === 1;
  const agreed = <Key extends 'verb' | 'original' | 'actor'>(key: Key) =>
    isOne || acts.every((act) => act[key] === first?.[key]) ? first?.[key] : undefined;
  const actor = agreed('actor');
  const change = isOne ? first?.change : undefined;
  const isTold = typeof change === 'object';
  const isChange = acts.some((act) => act.change);
  return {
    actor: actor === undefined ? undefined : actorOf(withoutBlanks(actor)),
    action: { verb: agreed('verb'), original: agreed('original') ?? null, basis: 'parsed' },
    targetName: null,
    changes: isTold ? [change] : [],
    losses: [
      actor === undefined ? undefined : 'actor.parsed',
      isChange ? (isTold ? 'change.parsed' : 'change.ambiguous_split') : undefined,
    ],
  };
}

/** event-actor */
function actorOf(name: string): EventActor {
  const type = name === 'System' ? 'system' : 'unknown';
  return { type, id: null, name, email: null, basis: 'parsed' };
}
