/** Motadata's records as events: its events.yaml, rule by rule. All there is is a sentence and a local time. */
import type { EventAction, EventChange, EventLoss } from '../../../specs/audit-event/types.js';
import { atCommas } from '../../reference/atCommas.js';
import { cuts } from '../../reference/cuts.js';
import { isObject } from '../../reference/isObject.js';
import { localTimeReader } from '../../reference/localTimeReader.js';
import { nameIn } from '../../reference/nameIn.js';
import type { Reading, VendorNormalizer } from '../../reference/VendorNormalizer.js';

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
      const told = tell(sentence);
      return {
        time,
        ...told,
        message: sentence,
        losses: [...losses, ...told.losses, 'visibility.requester_scoped'],
      };
    };
  },
};

/** What a sentence tells. */
type Told = Pick<Reading, 'actor' | 'action' | 'targetName' | 'changes' | 'losses'>;

function tell(sentence = ''): Told {
  if (sentence.startsWith(CREATION)) return creation(sentence);
  return agreement(sentence.endsWith('.') ? [...readingsOf(sentence.slice(0, -1))] : []);
}

const CREATION = 'Request with ID as ';

/** event-creation, event-attributes, event-attributes-unread */
function creation(sentence: string): Told {
  const attributes = attributesOf(sentence);
  const changes = (attributes ?? [])
    .filter(([name]) => name !== 'ID')
    .map(([field, to]): EventChange => ({ field, op: 'set', to, basis: 'parsed' }));
  const losses: EventLoss[] = changes.length > 0 ? ['change.parsed'] : [];
  return {
    actor: undefined,
    action: { verb: 'create', original: null, basis: 'parsed' },
    targetName: nameIn(attributes?.find(([name]) => name === 'Subject')?.[1]),
    changes,
    losses: attributes === undefined ? ['change.ambiguous_split'] : losses,
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

/** The attributes that each way to read what stands behind a comma gives. */
function waysToRead(part: string, isLast: boolean): Attribute[][] {
  const ways: Attribute[][] = [];
  if (isLast && part.startsWith(REQUESTER) && VALUE.test(part.slice(REQUESTER.length)))
    ways.push([]);
  for (const [name = '', value = ''] of cuts(part, [' as ']))
    if (name.startsWith(' ') && NAME.test(name.slice(1)) && VALUE.test(value))
      ways.push([[name.slice(1), value.replaceAll('"', '')]]);
  return ways;
}

/** One way to read a sentence that is no creation. */
interface SentenceReading {
  verb: EventAction['verb'];
  original: string;
  /** Its name, without blanks around it. */
  actor: string;
  change?: EventChange;
}

/** event-readings, event-added, event-changed */
function* readingsOf(text: string): Generator<SentenceReading> {
  for (const [who, what = ''] of cuts(text, [' has added '])) {
    const actor = nameIn(who);
    if (actor !== null && nameIn(what) !== null)
      yield { verb: what.startsWith('Reply') ? 'comment' : 'update', original: 'added', actor };
  }
  let actors = 0;
  for (const [who, what = ''] of cuts(text, [' has changed '])) {
    const actor = nameIn(who);
    if (actor === null) continue;
    const changes = changesIn(what);
    for (const change of changes) yield { verb: 'update', original: 'changed', actor, change };
    // Further places are no other verbs, and two actors are as good as many.
    if (changes.length === 0 || ++actors === 2) return;
  }
}

/** One for each way to read them, but no more than two, which are as good as many. */
function changesIn(what: string): EventChange[] {
  const changes: EventChange[] = [];
  for (const [field = '', from, to] of cuts(what, [' from ', ' to '])) {
    if (nameIn(field) !== null) changes.push({ field, op: 'set', from, to, basis: 'parsed' });
    if (changes.length === 2) break;
  }
  return changes;
}

/** event-agreement, event-actor, event-no-reading, event-one-target */
function agreement(readings: SentenceReading[]): Told {
  const [first] = readings;
  const agreed = <Key extends 'verb' | 'original' | 'actor'>(key: Key) =>
    readings.every((reading) => reading[key] === first?.[key]) ? first?.[key] : undefined;
  const name = agreed('actor');
  const changes = readings.flatMap(({ change = [] }) => change);
  const losses: EventLoss[] = name === undefined ? [] : ['actor.parsed'];
  if (changes.length > 0)
    losses.push(readings.length === 1 ? 'change.parsed' : 'change.ambiguous_split');
  return {
    actor:
      name === undefined
        ? undefined
        : {
            type: name === 'System' ? 'system' : 'unknown',
            id: null,
            name,
            email: null,
            basis: 'parsed',
          },
    action: { verb: agreed('verb'), original: agreed('original') ?? null, basis: 'parsed' },
    targetName: null,
    changes: readings.length === 1 ? changes : [],
    losses,
  };
}
