/** Normalizers of OpsRamp's records that are wrong as only they can be. */
import type { NormalizerMutant } from '../../mutants/NormalizerMutant.js';
import { isObject } from '../../reference/isObject.js';
import type { Raw, Reading } from '../../reference/VendorNormalizer.js';

type Wrong = Pick<NormalizerMutant, 'vendor'>;

/** What a record says is changed after it was read. */
function reads(change: (reading: Reading, record: Raw) => Partial<Reading>): Wrong {
  return {
    vendor: ({ reader }) => ({
      reader: (context) => {
        const read = reader(context);
        return (record) => {
          const reading = read(record);
          return { ...reading, ...change(reading, record) };
        };
      },
    }),
  };
}

/** A record is read as if it were another. */
function takesFor(other: (record: Raw) => object, ...only: (keyof Reading)[]): Wrong {
  return {
    vendor: ({ reader }) => ({
      reader: (context) => {
        const read = reader(context);
        return (record) => {
          const taken = read({ ...record, ...other(record) });
          if (only.length === 0) return taken;
          return {
            ...read(record),
            ...Object.fromEntries(only.map((part) => [part, taken[part]])),
          };
        };
      },
    }),
  };
}

/** The list of a body is looked for in another way. */
function lists(find: (body: Record<string, unknown>, list: unknown) => unknown): Wrong {
  return {
    vendor: ({ listOf }) => ({
      listOf: (body) => find(body as Record<string, unknown>, listOf(body)),
    }),
  };
}

const timeAs = (change: (text: string) => string) =>
  takesFor(({ createdTime: text }) =>
    typeof text === 'string' ? { createdTime: change(text) } : {},
  );
const byAs = (change: (by: Raw) => object) =>
  takesFor(({ createdBy: by }) => (isObject(by) ? { createdBy: { ...by, ...change(by) } } : {}));
/** Only for what is lost. */
const saysAs = (change: (text: string) => string) =>
  takesFor(({ activity }) => ({ activity: change(textOf(activity)) }), 'losses');
const htmlAs = (change: (html: string) => string) =>
  takesFor(({ htmlLog }) =>
    Array.isArray(htmlLog) ? { htmlLog: htmlLog.map((item) => change(textOf(item))) } : {},
  );
const changesAs = (change: (changes: Reading['changes'], record: Raw) => Reading['changes']) =>
  reads(({ changes }, record) => ({ changes: change(changes, record) }));
const hides = (loss: Reading['losses'][number]) =>
  reads(({ losses }) => ({ losses: losses.filter((one) => one !== loss) }));
const recipientsAs = (change: (all: NonNullable<Reading['recipients']>) => typeof all) =>
  reads(({ recipients }) => (recipients ? { recipients: change(recipients) } : {}));
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
const small = (value: unknown) =>
  JSON.parse(JSON.stringify(value ?? null), (_, inner) =>
    typeof inner === 'string' ? inner.toLowerCase() : inner,
  );
/** The changes, and which of their values are such, tell what is stringly. */
const stringly = (looks: (value: string) => boolean) =>
  reads(({ changes, losses }) => {
    const values = changes.flatMap(({ from, to }) => [from, to]).filter((one) => one !== undefined);
    const rest = losses.filter((one) => one !== 'change.stringly_typed');
    const isOne = values.some((value) => looks(value as string));
    return { losses: isOne ? [...rest, 'change.stringly_typed'] : rest };
  });

export const normalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'one-trail-cut',
    mistake: 'reads no more than the first body',
    ...{ case: 'whole/two-thousand', reason: 'lost-events' },
    whole: (right, what) => right({ ...what, bodies: what.bodies.slice(0, 1) }),
  },
  {
    name: 'bare-list-too',
    mistake: 'takes a body that is a list for the list of records',
    ...{ case: 'bodies/bare-list', reason: 'no-error' },
    ...lists((body, list) => (Array.isArray(body) ? body : list)),
  },
  {
    name: 'values-of-the-list',
    mistake: 'walks through results whatever they are',
    ...{ case: 'bodies/list-as-object', reason: 'no-error' },
    ...lists((_, list) => (isObject(list) ? Object.values(list).filter(isObject) : list)),
  },
  {
    name: 'believes-the-total',
    mistake: 'takes no more records than totalResults says',
    ...{ case: 'bodies/envelope', reason: 'lost-events' },
    ...lists(({ totalResults }, list) =>
      Array.isArray(list) && typeof totalResults === 'number' ? list.slice(0, totalResults) : list,
    ),
  },
  {
    name: 'tenants-in-small-letters',
    mistake: 'writes the tenant in small letters, as one does with hosts',
    ...{ case: 'identity/context', reason: 'wrong-source' },
    vendor: () => ({ tenantOf: (tenant) => tenant.toLowerCase() }),
  },
  {
    name: 'subject-from-text',
    mistake: 'takes the subject of the ticket from the sentence',
    ...{ case: 'identity/target-in-text', reason: 'wrong-target' },
    ...reads((_, { activity }) => ({
      targetName: /"#\w+ (.+?)"/.exec(textOf(activity))?.[1] ?? null,
    })),
  },
  {
    name: 'utc-by-default',
    mistake: 'takes a time without an offset for UTC',
    ...{ case: 'time/no-offset', reason: 'wrong-time' },
    ...timeAs((text) => (/T[\d:.]+$/.test(text) ? `${text}Z` : text)),
  },
  {
    name: 'cuts-the-offset',
    mistake: 'reads the time of day and not the offset',
    ...{ case: 'time/offsets', reason: 'wrong-time' },
    ...timeAs((text) => text.replace(/[+-]\d\d:?\d\d$/, '+0000')),
  },
  {
    name: 'all-in-utc',
    mistake: 'forgets the offset once it has the instant',
    ...{ case: 'time/offsets', reason: 'wrong-time' },
    ...reads(({ time }) => ({ time: { ...time, zone: time.zone && '+00:00' } })),
  },
  {
    name: 'to-the-second',
    mistake: 'drops fractions of a second',
    ...{ case: 'time/fractions', reason: 'wrong-time' },
    ...timeAs((text) => text.replace(/\.\d{1,3}/, '')),
  },
  {
    name: 'milliseconds-always',
    mistake: 'writes instants as toISOString does',
    ...{ case: 'time/offsets', reason: 'wrong-time' },
    ...reads(({ time }) => ({
      time: { ...time, instant: time.instant && new Date(time.instant).toISOString() },
    })),
  },
  {
    name: 'mends-the-plus',
    mistake: 'takes a blank before the offset for the plus that was lost',
    ...{ case: 'time/other-forms', reason: 'wrong-time' },
    ...timeAs((text) => text.replace(/ (\d{4})$/, '+$1')),
  },
  {
    name: 'rolls-over',
    mistake: 'takes a day that is not in the calendar for one of the next month',
    ...{ case: 'time/no-such-day', reason: 'wrong-time' },
    ...timeAs((text) =>
      text.replace(/^([1-9]\d{3})-(\d\d)-(\d\d)/, (_, year, month, day) =>
        new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).toISOString().slice(0, 10),
      ),
    ),
  },
  {
    name: 'years-of-two-digits',
    mistake: 'takes a year below 100 for one of the last century, as Date.UTC does',
    ...{ case: 'time/long-ago', reason: 'wrong-time' },
    ...timeAs((text) => text.replace(/^00(\d\d)/, '19$1')),
  },
  {
    name: 'no-time-no-text',
    mistake: 'forgets what it cannot read as a time',
    ...{ case: 'time/no-such-time', reason: 'wrong-time' },
    ...reads(({ time }) => ({ time: time.precision ? time : { ...time, original: null } })),
  },
  {
    name: 'numbers-are-epochs',
    mistake: 'takes a number for milliseconds since 1970',
    ...{ case: 'time/absent', reason: 'wrong-time' },
    ...takesFor(({ createdTime }) =>
      typeof createdTime === 'number' ? { createdTime: new Date(createdTime).toISOString() } : {},
    ),
  },
  {
    name: 'login-for-a-name',
    mistake: 'shows the login name where there is no name',
    ...{ case: 'actor/partial', reason: 'wrong-actor' },
    ...reads(({ actor }) => (actor ? { actor: { ...actor, name: actor.name ?? actor.id } } : {})),
  },
  {
    name: 'joins-blindly',
    mistake: 'joins first and last name though one is blank',
    ...{ case: 'actor/names', reason: 'wrong-actor' },
    ...reads(({ actor }, { createdBy }) => {
      const { firstName, lastName } = createdBy as Raw;
      return actor ? { actor: { ...actor, name: `${firstName ?? ''} ${lastName ?? ''}` } } : {};
    }),
  },
  {
    name: 'actor-from-text',
    mistake: 'takes the name in the sentence where createdBy has none',
    ...{ case: 'actor/absent', reason: 'wrong-actor' },
    ...reads(({ actor }, { activity }) => {
      const [, name] = / by (\w+)/.exec(textOf(activity)) ?? [];
      if (actor || !name) return {};
      return { actor: { type: 'user', id: null, name, email: null, basis: 'parsed' } };
    }),
  },
  {
    name: 'programs-are-system',
    mistake: 'takes a user that is called so for the system',
    ...{ case: 'actor/bots', reason: 'wrong-actor' },
    ...reads(({ actor }) =>
      actor && /API|System|Bot/.test(actor.name ?? '')
        ? { actor: { ...actor, type: 'system' } }
        : {},
    ),
  },
  {
    name: 'trims-ascii',
    mistake: 'drops blanks of ASCII only',
    ...{ case: 'actor/blanks', reason: 'wrong-actor' },
    ...reads(({ actor }, { createdBy }) => {
      const id =
        textOf((createdBy as Raw)?.loginName).replace(/^[\t-\r ]+|[\t-\r ]+$/g, '') || null;
      return actor ? { actor: { ...actor, id } } : {};
    }),
  },
  {
    name: 'trims-as-javascript-does',
    mistake: 'drops what trim() drops, a byte order mark among it',
    ...{ case: 'actor/no-blanks', reason: 'wrong-actor' },
    ...byAs((by) =>
      Object.fromEntries(
        Object.entries(by).map(([key, value]) => [key, textOf(value).trim() || value]),
      ),
    ),
  },
  {
    name: 'writes-out-numbers',
    mistake: 'takes a login name that is a number for a text',
    ...{ case: 'actor/wrong-types', reason: 'wrong-actor' },
    ...byAs(({ loginName }) =>
      typeof loginName === 'number' ? { loginName: `${loginName}` } : {},
    ),
  },
  {
    name: 'deaf-to-the-text',
    mistake: 'does not look who is named in the sentence',
    ...{ case: 'actor/text-conflict', reason: 'hidden-loss' },
    ...hides('actor.text_conflict'),
  },
  {
    name: 'name-to-the-end',
    mistake: 'takes all that stands behind " by " for the name',
    ...{ case: 'actor/text-agrees', reason: 'invented-loss' },
    ...saysAs((text) => text.replaceAll(' for ', '_for_').replaceAll(' from ', '_from_')),
  },
  {
    name: 'first-by',
    mistake: 'looks for the name behind the first " by "',
    ...{ case: 'actor/name-in-text', reason: 'invented-loss' },
    ...saysAs((text) => text.split(' by ', 2).join(' by ')),
  },
  {
    name: 'by-after-by',
    mistake: 'does not see a " by " that shares its blank with the one before',
    ...{ case: 'actor/by-by', reason: 'invented-loss' },
    ...saysAs((text) => text.replaceAll(' by by ', ' by by_')),
  },
  {
    name: 'name-of-any-case',
    mistake: 'takes names for the same that differ in their capitals',
    ...{ case: 'actor/text-conflict', reason: 'hidden-loss' },
    ...takesFor(
      ({ activity, createdBy }) => ({ activity: small(activity), createdBy: small(createdBy) }),
      'losses',
    ),
  },
  {
    name: 'any-blank-around-by',
    mistake: 'finds a name behind a "by" at the beginning of a line',
    ...{ case: 'actor/no-name-in-text', reason: 'invented-loss' },
    ...saysAs((text) => text.replace(/\bby\b\s*/, ' by ')),
  },
  {
    name: 'new-anywhere',
    mistake: 'takes an entry for created where new stands in its sentence',
    ...{ case: 'action/new', reason: 'wrong-action' },
    ...takesFor(
      ({ activity }) => (/new/i.test(textOf(activity)) ? { activity: 'New ' } : {}),
      'action',
    ),
  },
  {
    name: 'all-structured',
    mistake: 'says of no verb that it was read from the sentence',
    ...{ case: 'action/verbs', reason: 'wrong-action' },
    ...reads(({ action }) => ({ action: { ...action, basis: 'structured' } })),
  },
  {
    name: 'speechless',
    mistake: 'finds no verb where there is no sentence',
    ...{ case: 'action/no-sentence', reason: 'wrong-action' },
    ...reads(({ action, message }) =>
      message === undefined ? { action: { ...action, verb: undefined } } : {},
    ),
  },
  {
    name: 'type-of-any-case',
    mistake: 'knows a type in small letters, too',
    ...{ case: 'action/unrecognized', reason: 'wrong-action' },
    ...takesFor(({ logType }) => ({ logType: textOf(logType).toUpperCase() }), 'action'),
  },
  {
    name: 'inherited-verbs',
    mistake: 'looks types up in an object, and finds what every object has',
    ...{ case: 'action/odd-types', reason: 'no-event' },
    ...reads(({ action }) => {
      const verbs: Record<string, Reading['action']['verb']> = {};
      return { action: { ...action, verb: action.verb ?? verbs[action.original ?? ''] } };
    }),
  },
  {
    name: 'ticket-by-default',
    mistake: 'takes an entry without a type for a TICKET',
    ...{ case: 'action/absent', reason: 'wrong-action' },
    ...takesFor(({ logType }) => (textOf(logType) ? {} : { logType: 'TICKET' })),
  },
  {
    name: 'letters-of-all-scripts',
    mistake: 'leaves letters beyond ASCII in the names of actions',
    ...{ case: 'action/token-names', reason: 'no-event' },
    whole: (right, what) =>
      right(what).map((event) => {
        const name = event.action.original?.toLowerCase().replace(/[^\p{L}\d]+/gu, '_') ?? null;
        return { ...event, action: { ...event.action, name } };
      }),
  },
  {
    name: 'changes-only',
    mistake: 'leaves out a change whose values are the same',
    ...{ case: 'changes/as-written', reason: 'wrong-changes' },
    ...changesAs((changes) => changes.filter(({ from, to }) => from !== to)),
  },
  {
    name: 'empty-is-absent',
    mistake: 'leaves out a value that is an empty text',
    ...{ case: 'changes/as-written', reason: 'wrong-changes' },
    ...changesAs((changes) =>
      changes.map(
        (one) =>
          Object.fromEntries(Object.entries(one).filter(([, value]) => value !== '')) as typeof one,
      ),
    ),
  },
  {
    name: 'typed-values',
    mistake: 'tells values as the JSON that they could be',
    ...{ case: 'changes/as-written', reason: 'wrong-changes' },
    ...changesAs((changes) =>
      changes.map((one) =>
        /^(true|false|null|\[.*\])$/.test(`${one.to}`)
          ? { ...one, to: JSON.parse(`${one.to}`) }
          : one,
      ),
    ),
  },
  {
    name: 'nulls-for-nothing',
    mistake: 'tells a value that is missing as null',
    ...{ case: 'changes/missing-values', reason: 'wrong-changes' },
    ...changesAs((changes) => changes.map((one) => ({ from: null, to: null, ...one }))),
  },
  {
    name: 'changes-of-tickets-only',
    mistake: 'looks for changes in entries of the type TICKET only',
    ...{ case: 'changes/any-type', reason: 'wrong-changes' },
    ...changesAs((changes, { logType }) => (logType === 'TICKET' ? changes : [])),
  },
  {
    name: 'nameless-changes',
    mistake: 'tells a change that has no attribute',
    ...{ case: 'changes/no-attribute', reason: 'wrong-changes' },
    ...changesAs((changes, { changeLog }) => [
      ...changes,
      ...(changeLog as unknown[])
        .filter((one) => isObject(one) && !one.attribute)
        .map(() => ({ field: null, op: 'set', basis: 'structured' }) as const),
    ]),
  },
  {
    name: 'one-change-is-a-list',
    mistake: 'takes a changeLog that is a change for a list of it',
    ...{ case: 'changes/no-list', reason: 'wrong-changes' },
    ...takesFor(({ changeLog }) => (isObject(changeLog) ? { changeLog: [changeLog] } : {})),
  },
  {
    name: 'moves-times',
    mistake: 'reads times within values, and writes them in UTC',
    ...{ case: 'changes/times-as-written', reason: 'wrong-changes' },
    ...changesAs((changes) =>
      changes.map((one) =>
        Date.parse(`${one.to}`) ? { ...one, to: new Date(`${one.to}`).toISOString() } : one,
      ),
    ),
  },
  {
    name: 'numbers-as-javascript-reads-them',
    mistake: 'takes for a number what Number() takes for one',
    ...{ case: 'changes/unlike-numbers', reason: 'invented-loss' },
    ...stringly((value) => value.trim() !== '' && !Number.isNaN(Number(value))),
  },
  {
    name: 'numbers-only',
    mistake: 'does not look for dates',
    ...{ case: 'changes/like-dates', reason: 'hidden-loss' },
    ...stringly((value) => /^[+-]?\d+(\.\d+)?$/.test(value)),
  },
  {
    name: 'dates-as-javascript-reads-them',
    mistake: 'takes for a date what Date.parse() takes for one',
    ...{ case: 'changes/unlike-dates', reason: 'invented-loss' },
    ...reads(({ changes, losses }) =>
      changes.some(({ from, to }) => Date.parse(`${from}`) || Date.parse(`${to}`))
        ? { losses: [...losses, 'change.stringly_typed'] }
        : {},
    ),
  },
  {
    name: 'all-in-changelog',
    mistake: 'looks at all texts in changeLog for numbers',
    ...{ case: 'changes/only-of-changes', reason: 'invented-loss' },
    ...reads(({ losses }, { changeLog }) =>
      /"\d+"/.test(JSON.stringify(changeLog ?? null))
        ? { losses: [...losses, 'change.stringly_typed'] }
        : {},
    ),
  },
  {
    name: 'changes-from-html',
    mistake: 'makes a change of a sentence in htmlLog',
    ...{ case: 'html/no-changelog', reason: 'wrong-changes' },
    ...changesAs((changes, { htmlLog }) => {
      const [, field, from, to] = /<p>(\w+) changed from (\w+) to (\w+)/.exec(`${htmlLog}`) ?? [];
      return changes.length > 0 || !field
        ? changes
        : [{ field, op: 'set', from, to, basis: 'parsed' }];
    }),
  },
  {
    name: 'deaf-to-html-only',
    mistake: 'does not look what stands in htmlLog only',
    ...{ case: 'html/only', reason: 'hidden-loss' },
    ...hides('change.html_only'),
  },
  {
    name: 'deaf-to-html-conflicts',
    mistake: 'does not compare htmlLog with changeLog',
    ...{ case: 'html/conflict', reason: 'hidden-loss' },
    ...hides('change.html_conflict'),
  },
  {
    name: 'strips-tags',
    mistake: 'cuts tags out, and reads what they stood between as one',
    ...{ case: 'html/agrees', reason: 'invented-loss' },
    ...htmlAs((html) => html.replace(/<[^>]*>/g, '')),
  },
  {
    name: 'each-tag-ends-a-piece',
    mistake: 'ends a piece at the tags within a line, too',
    ...{ case: 'html/within', reason: 'invented-loss' },
    ...htmlAs((html) => html.replace(/<(\/?)[a-z]+/gi, '<$1div')),
  },
  {
    name: 'closes-what-is-within',
    mistake: 'takes the end of an element for the end of all that began in it',
    ...{ case: 'html/misnested', reason: 'invented-loss' },
    ...htmlAs((html) => html.replaceAll(/<b><p>(.*?)<\/b>/g, '<b><p>$1</p></b>')),
  },
  {
    name: 'unresolved-references',
    mistake: 'leaves character references as they are',
    ...{ case: 'html/references', reason: 'invented-loss' },
    ...htmlAs((html) => html.replaceAll('&', '&amp;')),
  },
  {
    name: 'references-twice',
    mistake: 'resolves character references twice',
    ...{ case: 'html/references', reason: 'hidden-loss' },
    ...takesFor(
      ({ changeLog }) => ({
        changeLog: JSON.parse(
          JSON.stringify(changeLog ?? null)
            .replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>'),
        ),
      }),
      'losses',
    ),
  },
  {
    name: 'one-page-of-html',
    mistake: 'reads the items of htmlLog as one text',
    ...{ case: 'html/items-apart', reason: 'hidden-loss' },
    ...takesFor(({ htmlLog }) => (Array.isArray(htmlLog) ? { htmlLog: [htmlLog.join('')] } : {})),
  },
  {
    name: 'reads-scripts',
    mistake: 'takes scripts and styles for text',
    ...{ case: 'html/unseen', reason: 'invented-loss' },
    ...htmlAs((html) => html.replace(/(<\/?)(script|style)/gi, '$1div')),
  },
  {
    name: 'ascii-blanks-only',
    mistake: 'takes a no-break space for a letter',
    ...{ case: 'html/blanks', reason: 'invented-loss' },
    ...htmlAs((html) => html.replaceAll('&nbsp;', '_')),
  },
  {
    name: 'null-for-empty',
    mistake: 'compares with null where a value is missing',
    ...{ case: 'html/empty-values', reason: 'hidden-loss' },
    ...takesFor(({ changeLog }) => {
      if (!Array.isArray(changeLog)) return {};
      return {
        changeLog: changeLog.map((one) => ({ oldValue: 'null', newValue: 'null', ...one })),
      };
    }, 'losses'),
  },
  {
    name: 'last-change-of-an-attribute',
    mistake: 'remembers one change for each attribute, and compares with that',
    ...{ case: 'html/several-changes', reason: 'invented-loss' },
    ...takesFor(({ changeLog }) => {
      if (!Array.isArray(changeLog)) return {};
      return {
        changeLog: changeLog.filter(
          (one, at) =>
            !changeLog.slice(0, at).some((before) => before?.attribute === one?.attribute),
        ),
      };
    }, 'losses'),
  },
  {
    name: 'attributes-of-any-case',
    mistake: 'takes attributes for the same that differ in their capitals',
    ...{ case: 'html/belongs-to-none', reason: 'hidden-loss' },
    ...takesFor(
      ({ changeLog, htmlLog }) => ({ changeLog: small(changeLog), htmlLog: small(htmlLog) }),
      'losses',
    ),
  },
  {
    name: 'sentence-without-tags',
    mistake: 'looks for pieces in the sentence without its tags',
    ...{ case: 'html/part-of-sentence', reason: 'hidden-loss' },
    ...saysAs((text) => text.replace(/<[^>]*>/g, '')),
  },
  {
    name: 'any-html-is-text',
    mistake: 'takes an htmlLog without text for something that stands there only',
    ...{ case: 'html/no-text', reason: 'invented-loss' },
    ...reads(({ losses }, { htmlLog }) =>
      Array.isArray(htmlLog) && htmlLog.length > 0
        ? { losses: [...losses, 'change.html_only'] }
        : {},
    ),
  },
  {
    name: 'one-item-is-a-list',
    mistake: 'takes an htmlLog that is a text for a list of it',
    ...{ case: 'html/wrong-types', reason: 'invented-loss' },
    ...takesFor(({ htmlLog }) => (typeof htmlLog === 'string' ? { htmlLog: [htmlLog] } : {})),
  },
  {
    name: 'empty-recipients',
    mistake: 'has a list of recipients where there are none',
    ...{ case: 'recipients/none', reason: 'wrong-recipients' },
    ...reads(({ recipients = [] }) => ({ recipients })),
  },
  {
    name: 'no-copies',
    mistake: 'tells only those who are in toList',
    ...{ case: 'recipients/one-list', reason: 'wrong-recipients' },
    ...recipientsAs((all) => all.filter(({ kind }) => kind === 'to')),
  },
  {
    name: 'each-address-once',
    mistake: 'tells an address that is there twice once',
    ...{ case: 'recipients/lists', reason: 'wrong-recipients' },
    ...recipientsAs((all) =>
      all.filter(({ address }, at) => all.findIndex((one) => one.address === address) === at),
    ),
  },
  {
    name: 'recipients-of-notifications',
    mistake: 'tells recipients of notifications only',
    ...{ case: 'recipients/any-type', reason: 'wrong-recipients' },
    ...takesFor(
      ({ logType }) => (logType === 'TICKET_NOTIFICATION' ? {} : { toList: '', ccList: '' }),
      'recipients',
    ),
  },
  {
    name: 'semicolons-too',
    mistake: 'splits recipients at semicolons, too',
    ...{ case: 'recipients/commas-only', reason: 'wrong-recipients' },
    ...takesFor(({ toList }) => ({ toList: textOf(toList).replaceAll(';', ',') })),
  },
  {
    name: 'tidies-the-sentence',
    mistake: 'drops the blanks around the sentence, and composes its letters',
    ...{ case: 'text/as-written', reason: 'wrong-message' },
    ...reads(({ message }) => ({ message: message?.trim().normalize() })),
  },
  {
    name: 'sentence-cleaned',
    mistake: 'tells a sentence with tags without them',
    ...{ case: 'text/tags', reason: 'wrong-message' },
    ...reads(({ message }) => ({ message: message?.replace(/<[^>]*>/g, '') })),
  },
  {
    name: 'every-angle-a-tag',
    mistake: 'tells no sentence with a <',
    ...{ case: 'text/no-tags', reason: 'wrong-message' },
    ...reads(({ message }) => ({ message: message?.includes('<') ? undefined : message })),
  },
  {
    name: 'worst-loss-only',
    mistake: 'tells of all that is lost the first',
    ...{ case: 'loss/all', reason: 'hidden-loss' },
    whole: (right, what) =>
      right(what).map((event) => ({ ...event, loss: event.loss.slice(0, 1) })),
  },
];
