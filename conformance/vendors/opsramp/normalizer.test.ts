import { describe, expect, it } from 'vitest';
import { normalizeTrail } from '../../reference/normalizeTrail.js';
import { normalizer } from './normalizer.js';

/** The event of an entry. */
function told(entry: object) {
  const context = { tenant: 'client_4', target_id: 'INC1' };
  const body = JSON.stringify({ results: [entry] });
  const [event] = normalizeTrail(normalizer, 'opsramp', context, [body]);
  if (!event) throw new Error('expected an event');
  return event;
}

const lossOf = (entry: object, kind: string) =>
  told(entry).loss.filter((loss) => loss.startsWith(kind));

describe('the time', () => {
  it('has no instant where it ends before the offset', () => {
    for (const [createdTime, precision] of [
      ['2018-10-25T06:26:27', 'second'],
      ['2018-10-25T06:26:27.1', 'millisecond'],
    ])
      expect(told({ createdTime })).toMatchObject({
        time: {
          instant: null,
          precision,
          zone_basis: 'unknown',
          zone: null,
          original: createdTime,
        },
        loss: ['time.zone_unknown', 'actor.absent', 'action.unrecognized'],
      });
  });

  it('is of a text alone', () => {
    expect(told({ createdTime: 1540448787000 }).time).toMatchObject({
      precision: null,
      original: null,
    });
    expect(told({ createdTime: '2018-02-30T06:26:27' }).time.precision).toBeNull();
  });
});

describe('the actor', () => {
  for (const [createdBy, id, name, email] of [
    [{ loginName: ' a ', firstName: 'A ', lastName: ' ', email: 'a@b' }, 'a', 'A', 'a@b'],
    [{ firstName: 'A', lastName: 'B' }, null, 'A B', null],
    [{ lastName: 'B' }, null, 'B', null],
    [{ loginName: 'a', firstName: 7 }, 'a', null, null],
    [{ email: 'a@b' }, null, null, 'a@b'],
  ] as const)
    it(`is read from ${JSON.stringify(createdBy)}`, () => {
      expect(told({ createdBy }).actor).toEqual({
        type: 'user',
        id,
        name,
        email,
        basis: 'structured',
      });
    });

  it('is nobody where nothing names one', () => {
    for (const createdBy of [{ phoneNumber: '1', firstName: ' ' }, null, 'A', ['A'], undefined])
      expect(told({ createdBy, activity: 'x by B' })).toMatchObject({
        actor: { type: 'unknown', basis: 'absent' },
        loss: ['time.unreadable', 'actor.absent', 'action.unrecognized'],
      });
  });

  const createdBy = { loginName: 'a.b', firstName: ' A', lastName: 'B ', email: 'a@b' };
  for (const activity of [
    ...[
      'x by A',
      'x by A B',
      'x by a.b',
      'x by  A  ',
      'x by C by A',
      'x by A for C',
      'x by A from C',
    ],
    ...[
      'x by A<b>C</b>',
      'x',
      'x by ',
      'x by  for C',
      'x by <b>C</b>',
      'by C',
      'x byC',
      ' by A',
      'x by by A',
    ],
  ])
    it(`is whom the words name, or they name nobody: ${activity}`, () => {
      expect(lossOf({ createdBy, activity }, 'actor')).toEqual([]);
    });

  for (const activity of ['x by B', 'x by a', 'x by A by C', 'x by A  B', 'x by A.', 'x by for A'])
    it(`is another than the words name: ${activity}`, () => {
      expect(lossOf({ createdBy, activity }, 'actor')).toEqual(['actor.text_conflict']);
    });
});

describe('the action', () => {
  for (const [logType, activity, verb, basis] of [
    ['TICKET', 'New Incident', 'create', 'parsed'],
    ['TICKET', 'Newer Incident', 'update', 'parsed'],
    ['TICKET', ' New Incident', 'update', 'parsed'],
    ['TICKET', undefined, 'update', 'parsed'],
    ['TICKET_INTERNAL_RESPONSE', 'New', 'comment', 'structured'],
    ['TICKET_NOTIFICATION', 'New', 'notify', 'structured'],
    ['TICKET_OTHER', 'New', 'other', 'structured'],
    ['ticket', 'New', 'other', 'structured'],
    [undefined, 'New', 'other', 'structured'],
  ])
    it(`is ${verb} as ${logType} with ${activity}`, () => {
      const event = told({ logType, activity });
      expect(event.action).toMatchObject({ verb, basis, original: logType ?? null });
      expect(event.loss.includes('action.unrecognized')).toBe(verb === 'other');
    });
});

describe('the changes', () => {
  it('are those of changeLog, as they are written and in their order', () => {
    const changeLog = [
      { attribute: ' Subject ', oldValue: '', newValue: ' b' },
      ...[{ attribute: ' ' }, { oldValue: 'x' }, null, 'Subject', ['Subject'], { attribute: 7 }],
      { attribute: 'A', oldValue: null, newValue: 5 },
    ];
    expect(told({ changeLog }).changes).toEqual([
      { field: ' Subject ', op: 'set', from: '', to: ' b', basis: 'structured' },
      { field: 'A', op: 'set', basis: 'structured' },
    ]);
    expect(told({ changeLog: { attribute: 'A' } }).changes).toEqual([]);
  });

  for (const value of [
    ...[
      '0',
      '-1',
      '+007',
      '3.14',
      '2018-10-31',
      '2018-10-31 00:00',
      '2018-99-99T',
      '2018-10-31\u00a0x',
    ],
    ...['31 Oct 2018', '1  Oct\u00a02018 00:00', 'Wed, 31 Oct 2018', '31 Xyz 20189'],
  ])
    it(`are stringly typed with ${JSON.stringify(value)}`, () => {
      for (const values of [{ oldValue: value }, { oldValue: 'x', newValue: value }])
        expect(lossOf({ changeLog: [{ attribute: 'A', ...values }] }, 'change')).toEqual([
          'change.stringly_typed',
        ]);
    });

  for (const value of [
    ...[
      '',
      ' 1',
      '1 ',
      '1.',
      '.5',
      '1,5',
      '1e3',
      '٣',
      '2018-10-31x',
      ' 2018-10-31',
      '18-10-31',
      '0x1',
    ],
    ...[
      'Oct 31 2018',
      '31 October 2018',
      'Wed 31 Oct 2018',
      'Wed,  31 Oct 2018',
      '31-Oct-2018',
      '131 Oct 2018',
    ],
  ])
    it(`are no more than texts with ${JSON.stringify(value)}`, () => {
      expect(lossOf({ changeLog: [{ attribute: 'A', newValue: value }] }, 'change')).toEqual([]);
    });
});

describe('what htmlLog says', () => {
  const changeLog = [
    { attribute: 'Sub  ject ', oldValue: 'a  b', newValue: '' },
    { attribute: 'Sub ject', oldValue: 'b', newValue: 'c' },
    { attribute: 'X' },
  ];
  const activity = 'Incident "one  two" updated by A';
  for (const [htmlLog, losses] of [
    [['<p>Sub ject changed from a <b>b</b> to </p><p>Sub  ject changed from b to c</p>'], []],
    [['<p>X changed from  to </p>'], []],
    [['<p>Sub ject changed from a to b</p>'], ['change.html_conflict']],
    [
      ['<p>X changed from  to y</p>', '<p>Sub ject changed from b to c</p>'],
      ['change.html_conflict'],
    ],
    [['<p>Y changed from a to b</p>'], ['change.html_only']],
    [['<p>Sub ject changed fromage</p>'], ['change.html_only']],
    [['<p>Sub ject changed from</p>'], ['change.html_only']],
    [['<p>new</p><p>X changed from 1 to 2</p>'], ['change.html_only', 'change.html_conflict']],
    [['<div>"one two"</div>'], []],
    [['<p></p>', 7, null, ' '], []],
    ['<p>new</p>', []],
    [undefined, []],
  ] as const)
    it(`${JSON.stringify(htmlLog)}: ${losses.join(', ') || 'nothing else'}`, () => {
      expect(lossOf({ changeLog, activity, htmlLog }, 'change.')).toEqual(losses);
    });

  it('is told nowhere else where there is no changeLog, and no activity', () => {
    expect(lossOf({ htmlLog: ['<p>X changed from a to b</p>'] }, 'change.')).toEqual([
      'change.html_only',
    ]);
  });
});

describe('the recipients', () => {
  for (const [lists, recipients] of [
    [
      { toList: 'a@b', ccList: ' c@d,,\u00a0e@f ' },
      [
        ['to', 'a@b'],
        ['cc', 'c@d'],
        ['cc', 'e@f'],
      ],
    ],
    [
      { ccList: 'a@b,a@b' },
      [
        ['cc', 'a@b'],
        ['cc', 'a@b'],
      ],
    ],
    [{ toList: ' , ', ccList: '' }, undefined],
    [{ toList: ['a@b'] }, undefined],
    [{}, undefined],
  ] as const)
    it(`are read from ${JSON.stringify(lists)}`, () => {
      expect(told(lists).recipients).toEqual(
        recipients?.map(([kind, address]) => ({ kind, address })),
      );
    });
});

describe('the message', () => {
  it('is the activity, unless it holds a tag', () => {
    expect(told({ activity: ' a < b ' }).message).toBe(' a < b ');
    expect(told({ activity: '' }).message).toBe('');
    for (const activity of ["x <span style=''>y</span>", 7, undefined])
      expect(told({ activity })).not.toHaveProperty('message');
  });
});
