import { describe, expect, it } from 'vitest';
import { normalizeTrail } from '../../reference/normalizeTrail.js';
import { normalizer } from './normalizer.js';

const context = { tenant: 'amazon', target_id: '3423' };

/** The event of a record that is like this one. */
function told(record: object) {
  const [event] = normalizeTrail(normalizer, 'helpshift', context, [JSON.stringify([record])]);
  if (!event) throw new Error('expected an event');
  return event;
}

const unreadable = { instant: null, precision: null, zone_basis: 'unknown', zone: null };

describe('the list of a body', () => {
  it('is the body itself, or the first of its keys that holds one', () => {
    for (const body of [
      [{ action: 'a' }],
      { audit_logs: [{ action: 'a' }] },
      { 'audit-logs': [{ action: 'a' }], issues: [{ action: 'b' }] },
      { issues: [{ action: 'a' }], audit_logs: null },
    ])
      expect(
        normalizeTrail(normalizer, 'helpshift', context, [JSON.stringify(body)])[0]?.action
          .original,
      ).toBe('a');
  });
});

describe('the time', () => {
  for (const [action_taken_at, instant, original] of [
    [1754768308863, '2025-08-09T19:38:28.863Z', '1754768308863'],
    [0, '1970-01-01T00:00:00.000Z', '0'],
    [-0, '1970-01-01T00:00:00.000Z', '0'],
    [-62167219200000, '0000-01-01T00:00:00.000Z', '-62167219200000'],
    [253402300799999, '9999-12-31T23:59:59.999Z', '253402300799999'],
  ] as const)
    it(`is ${instant} at ${action_taken_at} milliseconds`, () => {
      expect(told({ action_taken_at }).time).toEqual({
        ...{ instant, precision: 'millisecond', zone_basis: 'epoch', zone: '+00:00', original },
      });
    });

  for (const [text, instant, precision, zone] of [
    ['2025-08-09T19:38:28Z', '2025-08-09T19:38:28Z', 'second', '+00:00'],
    ['2025-08-09T19:38:28.8Z', '2025-08-09T19:38:28.800Z', 'millisecond', '+00:00'],
    ['2025-08-09T19:38:28.86-0330', '2025-08-09T23:08:28.860Z', 'millisecond', '-03:30'],
    ['2025-08-09T00:00:00+05:30', '2025-08-08T18:30:00Z', 'second', '+05:30'],
    ['2025-08-09T00:00:00-00:00', '2025-08-09T00:00:00Z', 'second', '-00:00'],
    ['2024-02-29T23:59:59+2359', '2024-02-29T00:00:59Z', 'second', '+23:59'],
  ] as const)
    it(`is ${instant} as ${text}`, () => {
      expect(told({ action_taken_at: text }).time).toEqual({
        ...{ instant, precision, zone_basis: 'explicit', zone, original: text },
      });
    });

  for (const [action_taken_at, original] of [
    ...[
      [1.5, '1.5'],
      [1e21, '1e+21'],
      [-62167219200001, '-62167219200001'],
      [253402300800000, '253402300800000'],
    ],
    ...[null, undefined, true, [1], { at: 1 }].map((other) => [other, null]),
    ...[
      ...['', '1754768308863', '2025-08-09', '2025-08-09T19:38:28', '2025-08-09 19:38:28Z'],
      ...[
        '2025-02-29T00:00:00Z',
        '2025-08-09T24:00:00Z',
        '2025-08-09T23:60:00Z',
        '2025-08-09T23:59:60Z',
      ],
      ...[
        '2025-08-09T00:00:00+24:00',
        '2025-08-09T00:00:00+05',
        '2025-08-09T00:00:00.1234Z',
        '2025-08-09t00:00:00z',
      ],
      ...[
        '0000-01-01T00:00:00+00:01',
        '9999-12-31T23:59:59-00:01',
        '2025-13-01T00:00:00Z',
        ' 2025-08-09T00:00:00Z',
      ],
    ].map((text) => [text, text]),
  ])
    it(`is unreadable as ${JSON.stringify(action_taken_at)}`, () => {
      const { time, loss } = told({ action_taken_at });
      expect(time).toEqual({ ...unreadable, original });
      expect(loss.filter((one) => one.startsWith('time'))).toEqual(['time.unreadable']);
    });
});

describe('the actor', () => {
  const nobody = { type: 'unknown', id: null, name: null, email: null, basis: 'absent' };
  const all = { type: 'user', id: null, name: 'Dana', email: 'd@example.com', basis: 'structured' };
  for (const [actor, expected, losses] of [
    [
      { name: ' Dana\u00a0', email: 'd@example.com', roles: ['Agent'] },
      { ...all, roles: ['Agent'] },
      [],
    ],
    [{ name: 'Dana', email: 'd@example.com', roles: 'Agent' }, { ...all, roles: ['Agent'] }, []],
    [
      { name: 'Dana', email: 'd@example.com', roles: [] },
      { ...all, type: 'unknown', roles: [] },
      [],
    ],
    [{ name: 'Dana', email: 'd@example.com' }, { ...all, type: 'unknown' }, []],
    [
      { name: 'Dana', email: 'd@example.com', roles: [7, ' ', ' Agent ', null, 'B'] },
      ...[{ ...all, roles: [' Agent ', 'B'] }, []],
    ],
    [{ name: 'Dana', email: 'd@example.com', roles: ' ' }, { ...all, type: 'unknown' }, []],
    [
      { uid: 'eu-1', roles: ['Agent'] },
      { ...nobody, type: 'end_user', id: 'eu-1', roles: ['Agent'], basis: 'structured' },
      ['actor.partial'],
    ],
    [
      { email: 'd@example.com', uid: 7 },
      { ...nobody, email: 'd@example.com', basis: 'structured' },
      ['actor.partial'],
    ],
    [{ name: ' \u2003', roles: ['Agent'] }, nobody, ['actor.absent']],
    ...[null, undefined, 'Dana', ['Dana'], {}].map((none) => [none, nobody, ['actor.absent']]),
  ] as [unknown, object, string[]][])
    it(`is read from ${JSON.stringify(actor)}`, () => {
      const event = told({ actor });
      expect(event.actor).toEqual(expected);
      expect(event.loss.filter((one) => one.startsWith('actor'))).toEqual(losses);
    });
});

describe('the action', () => {
  for (const [action, verb, name] of [
    ['create-issue', 'create', 'create_issue'],
    ['add-tags', 'update', 'add_tags'],
    ['resolve', 'update', 'resolve'],
    ['Resolve', 'other', 'resolve'],
    ['--Send  Message!', 'other', 'send_message'],
    ['\u212aick É2', 'other', 'ick_2'],
    ['—', 'other', null],
    ['', 'other', null],
  ] as const)
    it(`is ${verb} and ${name} as ${JSON.stringify(action)}`, () => {
      const event = told({ action });
      expect(event.action).toEqual({ verb, name, original: action, basis: 'structured' });
      expect(event.loss.includes('action.unrecognized')).toBe(verb === 'other');
    });

  it('is other where there is none', () => {
    expect(told({ action: 7 }).action).toEqual({
      ...{ verb: 'other', name: null, original: null, basis: 'structured' },
    });
  });
});

describe('the changes', () => {
  const set = (field: string | null, values: object) => ({
    ...{ field, op: 'set', ...values, basis: 'structured' },
  });
  for (const [record, changes] of [
    [
      {
        from_data: { b: 1, a: [1], same: { x: 1, y: 2 } },
        to_data: { a: [2], b: 2, same: { y: 2, x: 1.0 } },
      },
      [set('a', { from: [1], to: [2] }), set('b', { from: 1, to: 2 })],
    ],
    [
      { from_data: { gone: 0, '10': 0, '9': 0, '\ufb33': 0 }, to_data: { '\u{1f600}': null } },
      [
        ...[set('10', { from: 0 }), set('9', { from: 0 }), set('gone', { from: 0 })],
        ...[set('\u{1f600}', { to: null }), set('\ufb33', { from: 0 })],
      ],
    ],
    [{ from_data: {}, to_data: {} }, []],
    [{ from_data: { a: null }, to_data: {} }, [set('a', { from: null })]],
    [
      { from_data: { toString: 1 }, to_data: { valueOf: 1 } },
      [set('toString', { from: 1 }), set('valueOf', { to: 1 })],
    ],
    [{ from_data: null, to_data: { a: 1 } }, [set(null, { from: null, to: { a: 1 } })]],
    [{ to_data: { a: 1 } }, [set(null, { to: { a: 1 } })]],
    [{ from_data: 'x' }, [set(null, { from: 'x' })]],
    [{ from_data: ['x'], to_data: {} }, [set(null, { from: ['x'], to: {} })]],
    [{ from_data: [{ a: 1, b: 2 }], to_data: [{ b: 2, a: 1 }] }, []],
    [{ from_data: null }, []],
    [{ from_data: null, to_data: null }, []],
    [{}, []],
  ] as [object, object[]][])
    it(`are ${JSON.stringify(changes)} in ${JSON.stringify(record)}`, () => {
      const event = told(record);
      expect(event.changes).toEqual(changes);
      expect(event).not.toHaveProperty('message');
      expect(event).not.toHaveProperty('recipients');
    });

  it('may be of a field that is called __proto__', () => {
    const body = '[{"from_data":{"__proto__":{}},"to_data":{}}]';
    const [event] = normalizeTrail(normalizer, 'helpshift', context, [body]);
    expect(event?.changes).toEqual([set('__proto__', { from: {} })]);
  });
});
