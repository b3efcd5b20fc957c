import { describe, expect, it, onTestFinished } from 'vitest';
import { functionNormalizer, type NormalizerFunction } from './functionNormalizer.js';

const what = {
  ...{ vendor: 'acme', context: { tenant: 'acme', target_id: '1' }, bodies: ['[]', '[1]'] },
};

async function open(normalize: unknown, zone?: string) {
  const subject = { name: 'mine', vendors: ['acme'] };
  const talking = await functionNormalizer({
    ...subject,
    normalize: normalize as NormalizerFunction['normalize'],
  }).open(zone);
  onTestFinished(() => talking.close());
  return talking;
}

const answerOf = async (normalize: unknown, timeout = 5000) =>
  (await open(normalize)).normalize(what, timeout);

const cyclic: unknown[] = [];
cyclic.push(cyclic);

describe('a function that normalizes', () => {
  it('gives events as JSON has them, at once or later', async () => {
    const date = new Date(0);
    const events = ['1970-01-01T00:00:00.000Z', {}, null];
    expect(await answerOf(() => [date, { a: undefined }, Number.NaN])).toMatchObject({ events });
    expect(await answerOf(async () => [date, {}, null])).toMatchObject({ events });
  });

  it.each([
    ['a Map', () => new Map()],
    [
      'a generator',
      function* () {
        yield {};
      },
    ],
    ['nothing', () => undefined],
    ['a bigint', () => [1n]],
    ['a list that holds itself', () => cyclic],
    ['a text of a list', () => '[]'],
  ])('is told that it gave no list where it gives %s', async (_, normalize) => {
    expect(await answerOf(normalize)).toMatchObject({ kind: 'broken', reason: 'no-json' });
  });

  it('may give what is nested more deeply than JSON is written', async () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(await answerOf(() => [deep])).toMatchObject({ kind: 'complete' });
  });

  it.each([
    ['an error with a code', Object.assign(new Error('no'), { code: 'timeout' }), 'timeout', 'no'],
    ['one with a code of its own', Object.assign(new Error('no'), { code: 'EX' }), 'other', 'no'],
    ['a text', 'no', 'other', "'no'"],
    ['nothing', undefined, 'other', 'undefined'],
    ['what is no text of itself', Object.create(null), 'other', '[Object: null prototype] {}'],
    ['an error without a text', { message: 5 }, 'other', '{ message: 5 }'],
  ])('is heard where it throws %s', async (_, thrown, code, message) => {
    const answer = await answerOf(() => {
      throw thrown;
    });
    expect(answer).toEqual({ kind: 'error', code, message, events: [] });
  });

  it('can do what it likes with what it is given', async () => {
    await answerOf((given: typeof what) => {
      given.bodies.length = 0;
      given.context.tenant = 'other';
      return [];
    });
    expect(what).toMatchObject({ bodies: ['[]', '[1]'], context: { tenant: 'acme' } });
  });

  it('leaves nothing behind that would keep the process going', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length;
    const before = timers();
    await answerOf(() => []);
    expect(timers()).toBeLessThanOrEqual(before);
  });

  it('is given up where it never answers', async () => {
    const answer = await answerOf(() => new Promise(() => {}), 20);
    expect(answer).toMatchObject({ reason: 'no-reply', says: 'nothing came for 0.02 s' });
  });
});

describe('the time zone of a function', () => {
  const zoneOf = () => [new Date(0).getTimezoneOffset()];

  it('is set for it, and then as it was', async () => {
    const before = process.env.TZ;
    const talking = await open(zoneOf, 'America/St_Johns');
    expect(await talking.normalize(what, 5000)).toMatchObject({ events: [210] });
    await talking.close();
    expect(process.env.TZ).toBe(before);
  });

  it('must be one that can be set, as nothing can be judged otherwise', async () => {
    const talking = await open(zoneOf, 'No/Such_Zone');
    await expect(talking.normalize(what, 5000)).rejects.toThrow('cannot be set to No/Such_Zone');
  });

  it('waits until nobody needs another one', async () => {
    const [first, second] = [
      await open(zoneOf, 'Pacific/Kiritimati'),
      await open(zoneOf, 'Pacific/Kiritimati'),
    ];
    const other = functionNormalizer({ name: 'b', vendors: [], normalize: zoneOf }).open(
      'America/St_Johns',
    );
    await first.close();
    expect(await second.normalize(what, 5000)).toMatchObject({ events: [640] });
    await second.close();
    const talking = await other;
    expect(await talking.normalize(what, 5000)).toMatchObject({ events: [210] });
    await talking.close();
  });
});
