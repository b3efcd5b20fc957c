import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeTrail } from '../../reference/normalizeTrail.js';
import { normalizer } from './normalizer.js';

const TIMES = ['time.unreadable'];
const OWN = ['visibility.requester_scoped'];

/** The event of a sentence. */
function told(auditString: unknown, context = {}) {
  const [event] = normalizeTrail(
    normalizer,
    'motadata',
    { tenant: 'Support.EXAMPLE.com', target_id: '1', ...context },
    [JSON.stringify([{ auditString }])],
  );
  if (!event) throw new Error('expected an event');
  const loss = event.loss.filter((one) => ![...TIMES, ...OWN].includes(one));
  return { ...event, loss };
}

const who = (name: string, type = 'unknown') => ({
  ...{ type, id: null, name, email: null, basis: 'parsed' },
});
const nobody = { type: 'unknown', id: null, name: null, email: null, basis: 'absent' };
const NAMED = ['actor.partial', 'actor.parsed'];

const WORDS = /has added|has changed|from|to/;
/** A part of a sentence, not blank, without the words that sentences are made of. */
const part = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => !WORDS.test(text) && text.trim() !== '' && !text.includes('Reply'));
const spaced = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
const blank = (text: string) => /^\p{White_Space}*$/u.test(text);
const trimmed = (text: string) => text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, '');

describe('an addition', () => {
  it('is read back whatever its parts are', () => {
    fc.assert(
      fc.property(spaced, spaced, fc.boolean(), (actor, what, isReply) => {
        fc.pre(!actor.startsWith('Request with') && !blank(actor));
        const event = told(`${actor} has added ${isReply ? 'Reply' : ''}${what}.`);
        expect(event).toMatchObject({
          actor: who(trimmed(actor), trimmed(actor) === 'System' ? 'system' : 'unknown'),
          action: {
            verb: isReply ? 'comment' : 'update',
            name: 'added',
            original: 'added',
            basis: 'parsed',
          },
          ...{ changes: [], loss: NAMED },
        });
      }),
    );
  });

  it('by System, and by nobody else, is one of the product itself', () => {
    expect(told('System has added Email.').actor).toEqual(who('System', 'system'));
    expect(told(' System  has added Email.').actor).toEqual(who('System', 'system'));
    expect(told('system has added Email.').actor).toEqual(who('system'));
    expect(told('System Administrator has added Email.').actor).toEqual(
      who('System Administrator'),
    );
  });
});

describe('a change', () => {
  it('is read back whatever its parts are', () => {
    const value = fc.oneof(spaced, fc.constantFrom('', ' ', '0', '.'));
    fc.assert(
      fc.property(spaced, spaced, value, value, (actor, field, from, to) => {
        const event = told(`${actor} has changed ${field} from ${from} to ${to}.`);
        expect(event).toMatchObject({
          actor: who(trimmed(actor), trimmed(actor) === 'System' ? 'system' : 'unknown'),
          action: { verb: 'update', name: 'changed', original: 'changed', basis: 'parsed' },
          changes: [{ field, op: 'set', from, to, basis: 'parsed' }],
          loss: [...NAMED, 'change.parsed'],
        });
      }),
    );
  });

  it('is none where there are two ways to cut it, and the actor is still known', () => {
    fc.assert(
      fc.property(spaced, spaced, spaced, spaced, (one, two, three, four) => {
        for (const words of [`from ${two} from ${three} to`, `from ${two} to ${three} to`])
          expect(told(`A has changed ${one} ${words} ${four}.`)).toMatchObject({
            ...{ actor: who('A'), action: { verb: 'update', original: 'changed' }, changes: [] },
            loss: [...NAMED, 'change.ambiguous_split'],
          });
      }),
    );
  });

  it('has a field that is not blank, as it is written', () => {
    expect(told('A has changed  from  from x to y.').changes).toMatchObject([{ field: ' from ' }]);
    expect(told('A has changed  F from x to y.').changes).toEqual([
      { field: ' F', op: 'set', from: 'x', to: 'y', basis: 'parsed' },
    ]);
    expect(told('A has changed   from x to y.').action.verb).toBe('other');
  });

  it('shares no blank between its words', () => {
    expect(told('A has changed F from to y.').action.verb).toBe('other');
    expect(told('A has changed F from  to y.').changes).toMatchObject([{ from: '', to: 'y' }]);
  });
});

/** All readings of a sentence, found by trying every place for every word. */
function readings(sentence: string) {
  if (!sentence.endsWith('.')) return [];
  const text = sentence.slice(0, -1);
  const cuts = (whole: string, [word, ...others]: string[]): string[][] =>
    word === undefined
      ? [[whole]]
      : Array.from({ length: whole.length }, (_, at) => at)
          .filter((at) => whole.startsWith(word, at))
          .flatMap((at) =>
            cuts(whole.slice(at + word.length), others).map((rest) => [
              whole.slice(0, at),
              ...rest,
            ]),
          );
  const additions = cuts(text, [' has added '])
    .filter(([actor = '', what = '']) => !blank(actor) && !blank(what))
    .map(([actor = '', what = '']) => ({
      ...{ verb: what.startsWith('Reply') ? 'comment' : 'update', original: 'added' },
      ...{ actor: trimmed(actor), change: undefined },
    }));
  const changes = cuts(text, [' has changed ', ' from ', ' to '])
    .filter(([actor = '', field = '']) => !blank(actor) && !blank(field))
    .map(([actor = '', field, from, to]) => ({
      ...{ verb: 'update', original: 'changed', actor: trimmed(actor) },
      change: { field, op: 'set', from, to, basis: 'parsed' },
    }));
  return [...additions, ...changes];
}

describe('any sentence', () => {
  const word = fc.constantFrom(
    ...[' has added ', ' has changed ', ' from ', ' to ', ' from', 'to ', 'has added', ' ', ''],
    ...['A', 'System', 'Reply', '\u00a0', '.'],
  );
  const sentences = fc.array(word, { maxLength: 10 }).map((words) => `${words.join('')}.`);

  it('tells what all of its readings agree on', () => {
    fc.assert(
      fc.property(sentences, (sentence) => {
        const all = readings(sentence);
        const agreed = (key: 'verb' | 'original' | 'actor') => {
          const values = new Set(all.map((reading) => reading[key]));
          return values.size === 1 ? [...values][0] : undefined;
        };
        const name = agreed('actor');
        const isChange = all.some(({ change }) => change);
        const event = told(sentence);
        expect(event).toMatchObject({
          actor: name === undefined ? nobody : who(name, name === 'System' ? 'system' : 'unknown'),
          action: { verb: agreed('verb') ?? 'other', original: agreed('original') ?? null },
          changes: all.length === 1 && isChange ? [all[0]?.change] : [],
        });
        expect(event.loss).toEqual([
          ...(name === undefined ? ['actor.absent'] : NAMED),
          ...(agreed('verb') === undefined ? ['action.unrecognized'] : []),
          ...(isChange ? [all.length === 1 ? 'change.parsed' : 'change.ambiguous_split'] : []),
        ]);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a sentence with several readings', () => {
  for (const [sentence, verb, original, loss] of [
    ['A has added x has added y.', 'update', 'added', ['actor.absent']],
    ['A has added x has added Reply y.', 'other', 'added', ['actor.absent', 'action.unrecognized']],
    ['A has added Reply x has added Reply y.', 'comment', 'added', ['actor.absent']],
    [
      'A has added x has changed F from a to b.',
      ...['update', null, ['actor.absent', 'change.ambiguous_split']],
    ],
    [
      'A has added Reply x has changed F from a to b.',
      ...['other', null, ['actor.absent', 'action.unrecognized', 'change.ambiguous_split']],
    ],
    [
      'A has changed x has changed F from a to b.',
      ...['update', 'changed', ['actor.absent', 'change.ambiguous_split']],
    ],
    ['A has added x has changed F.', 'update', 'added', NAMED],
    ['A has changed F from a has added x.', 'update', 'added', NAMED],
  ] as [string, string, string | null, string[]][])
    it(`tells what they agree on: ${sentence}`, () => {
      const event = told(sentence);
      expect([event.action.verb, event.action.original, event.changes, event.loss]).toEqual([
        ...[verb, original, [], loss],
      ]);
    });

  it('is read at once, however long it is', () => {
    const long = `A${' has changed  from  to '.repeat(50_000)}${' has added x'.repeat(50_000)}.`;
    expect(told(long).loss).toEqual(['actor.absent', 'change.ambiguous_split']);
    const creation = `Request with ID as 1, ${'a as '.repeat(100_000)}b.`;
    expect(told(creation).loss).toEqual(['actor.absent', 'change.ambiguous_split']);
  });
});

describe('a sentence without a reading', () => {
  for (const sentence of [
    ...[
      '',
      '.',
      'A has added x',
      'A has added .',
      ' has added x.',
      'A has added   .',
      'A has removed x.',
    ],
    ...[
      'A has changed F from a.',
      'A has changed F to b from a.',
      'A has changed F from a to b',
      'A Has Added x.',
    ],
    ...[
      'A has changed  from a to b.',
      '\u00a0 has changed F from a to b.',
      undefined,
      null,
      7,
      ['A has added x.'],
    ],
  ])
    it(`is unrecognized: ${JSON.stringify(sentence)}`, () => {
      const event = told(sentence);
      expect(event).toMatchObject({
        actor: nobody,
        action: { verb: 'other', name: null, original: null, basis: 'parsed' },
        ...{ changes: [], loss: ['actor.absent', 'action.unrecognized'] },
      });
      expect(event.message).toBe(typeof sentence === 'string' ? sentence : undefined);
    });
});

describe('the creation', () => {
  /** A name or a bare value. */
  const bare = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 10 })
    .filter((text) => !/[,"]| as |^as | as$|^ID$|^for Requester/.test(text));
  const quoted = fc
    .oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a, b as c', '. for Requester "x"'))
    .map((text) => text.replaceAll('"', ''));
  const value = fc.oneof(
    bare.map((text) => ({ text, to: text })),
    quoted.map((to) => ({ text: `"${to}"`, to })),
  );

  it('is read back whatever its attributes are', () => {
    fc.assert(
      fc.property(
        value,
        fc.array(fc.tuple(bare, value)),
        fc.option(value),
        (id, list, requester) => {
          const attributes = list.map(([name, { text }]) => `, ${name} as ${text}`).join('');
          const end = requester ? `, for Requester ${requester.text}` : '';
          const event = told(`Request with ID as ${id.text}${attributes}${end}.`);
          expect(event).toMatchObject({
            actor: nobody,
            action: { verb: 'create', name: null, original: null, basis: 'parsed' },
            changes: list.map(([field, { to }]) => ({ field, op: 'set', to, basis: 'parsed' })),
            loss: ['actor.absent', ...(list.length > 0 ? ['change.parsed'] : [])],
          });
          for (const change of event.changes) expect(change).not.toHaveProperty('from');
        },
      ),
    );
  });

  it('has the subject as the name of its target, without blanks around it', () => {
    const named = (subject: string) =>
      told(`Request with ID as 1, Subject as ${subject}.`).target.name;
    expect(named('" Printer, on fire "')).toBe('Printer, on fire');
    expect(named('Printer')).toBe('Printer');
    expect(named('""')).toBeNull();
    expect(named('One, Subject as Two')).toBe('One');
    expect(told('Request with ID as 1, subject as x.').target.name).toBeNull();
  });

  it('may have an ID again, which is no change', () => {
    expect(told('Request with ID as 1, ID as 2, A as 3.').changes).toMatchObject([{ field: 'A' }]);
  });

  for (const sentence of [
    ...[
      'Request with ID as ',
      'Request with ID as .',
      'Request with ID as 1',
      'Request with ID as 1,.',
    ],
    ...['Request with ID as 1, Subject as a, b.', 'Request with ID as 1, Subject as a as b.'],
    ...['Request with ID as 1, Subject as "a"b.', 'Request with ID as 1, Subject as "a.'],
    ...['Request with ID as 1,Subject as a.', 'Request with ID as 1, Subject as .'],
    ...[
      'Request with ID as 1, for Requester a, Subject as b.',
      'Request with ID as 1, for Requester .',
    ],
    ...['Request with ID as 1, for Requester a as b.', 'Request with ID as 1, A as as b.'],
    ...['Request with ID as 1, for Requester as b.', 'Request with ID as 1 as 2.'],
  ])
    it(`is a creation that cannot be read: ${sentence}`, () => {
      expect(told(sentence)).toMatchObject({
        ...{ actor: nobody, action: { verb: 'create', original: null }, changes: [] },
        ...{ target: { name: null }, loss: ['actor.absent', 'change.ambiguous_split'] },
      });
    });

  it('may have " as " where only one way to read it is left', () => {
    expect(told('Request with ID as as 1, A as as "b".').changes).toMatchObject([
      { field: 'A as', to: 'b' },
    ]);
  });
});

describe('an event', () => {
  it('has the host in lower case as its tenant, ASCII alone', () => {
    const tenant = 'Ä.\u212aELVIN.Example.COM';
    expect(told('', { tenant }).source.tenant).toBe('Ä.\u212aelvin.example.com');
  });

  it('has no message where the sentence holds a tag', () => {
    for (const tag of ['<b>', '</b>', '<!--', '<?xml', '<B'])
      expect(told(`A has added ${tag}x.`)).not.toHaveProperty('message');
    for (const none of ['< ', '< b>', '<3', '<>', '>b< ', '<é>'])
      expect(told(`A has added ${none}x.`).message).toBe(`A has added ${none}x.`);
  });

  it('is of requests that are seen as a requester sees them, always', () => {
    const body = JSON.stringify({ objectList: [{}, { auditDate: 'Wed, Oct 08, 2025 01:07 pm' }] });
    const events = normalizeTrail(normalizer, 'motadata', { tenant: 'a', target_id: '1' }, [body]);
    expect(events.map(({ loss }) => loss)).toEqual([
      ['time.unreadable', 'actor.absent', 'action.unrecognized', 'visibility.requester_scoped'],
      [
        ...['time.minute_precision', 'time.zone_unknown', 'actor.absent', 'action.unrecognized'],
        'visibility.requester_scoped',
      ],
    ]);
  });
});
