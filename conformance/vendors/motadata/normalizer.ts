/** Motadata's records as events: its events.yaml, rule by rule. All there is is a sentence and a local time. */
import type {
  EventAction,
  EventActor,
  EventChange,
  EventLoss,
} from '../../../specs/audit-event/types.js';
import { atCommas } from '../../reference/atCommas.js';
import { blanksBefore } from '../../reference/blanksBefore.js';
import { cuts } from '../../reference/cuts.js';
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
        losses: [...losses, ...more, 'visibility.requester_scoped'],
      };
    };
  },
};

/** What a sentence tells. */
type Told = Pick<Reading, 'actor' | 'action' | 'targetName' | 'changes' | 'losses'>;

function tell(sentence = ''): Told {
  if (sentence.startsWith(CREATION)) return creation(sentence);
  return agreement(sentence.endsWith('.') ? readingsOf(sentence.slice(0, -1)) : []);
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
  // Behind the second, which may overlap the first, a name would hold the first.
  for (const [name = '', value = ''] of cuts(part, [' as '], 2))
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
function readingsOf(text: string): SentenceReading[] {
  const readings: SentenceReading[] = [];
  // Without blanks before it, an actor cannot be blank.
  const told = text.slice(blanksBefore(text));
  for (const [who = '', what = ''] of cuts(told, [' has added ']))
    if (blanksBefore(what) < what.length) {
      const verb = what.startsWith('Reply') ? 'comment' : 'update';
      readings.push({ verb, original: 'added', actor: withoutBlanks(who) });
    }
  // A third place would say nothing that two do not: more than one actor, one verb, many changes.
  for (const [who = '', what = ''] of cuts(told, [' has changed '], 2)) {
    const actor = withoutBlanks(who);
    for (const change of changesIn(what))
      readings.push({ verb: 'update', original: 'changed', actor, change });
  }
  return readings;
}

/** One for each way to read them; of more than two, two. */
function changesIn(what: string): EventChange[] {
  const blanks = blanksBefore(what);
  const ways = cuts(what.slice(blanks), [' from ', ' to '], 2);
  return ways.map(([field, from, to]) => ({
    field: `${what.slice(0, blanks)}${field}`,
    op: 'set',
    from,
    to,
    basis: 'parsed',
  }));
}

/** event-agreement, event-actor, event-no-reading, event-one-target */
function agreement(readings: readonly SentenceReading[]): Told {
  const [first] = readings;
  const agreed = <Key extends 'verb' | 'original' | 'actor'>(key: Key) =>
    readings.every((reading) => reading[key] === first?.[key]) ? first?.[key] : undefined;
  const name = agreed('actor');
  const isChange = readings.some(({ change }) => change);
  const change = readings.length === 1 ? first?.change : undefined;
  const losses: EventLoss[] = name === undefined ? [] : ['actor.parsed'];
  if (isChange) losses.push(change ? 'change.parsed' : 'change.ambiguous_split');
  return {
    actor: name === undefined ? undefined : actorOf(name),
    action: { verb: agreed('verb'), original: agreed('original') ?? null, basis: 'parsed' },
    targetName: null,
    changes: change ? [change] : [],
    losses,
  };
}

/** event-actor */
function actorOf(name: string): EventActor {
  const type = name === 'System' ? 'system' : 'unknown';
  return { type, id: null, name, email: null, basis: 'parsed' };
}
