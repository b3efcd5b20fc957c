import { describe, expect, it } from 'vitest';
import { ClientError } from '../reference/ClientError.js';
import { json, talkTo, toyServer } from './testing/toyServer.js';
import { Unasked } from './Unasked.js';

const one = { time: 1, kind: 'a' };
const two = { time: 2, kind: 'b' };
const page = (...records: unknown[]) => json({ records });

describe('a conversation with a server', () => {
  it('asks the same only once, unless it is to be asked again', async () => {
    const { conversation, sent } = talkTo(() => page(one));
    const ask = { query: { size: 1 } };
    await conversation.ask(ask);
    await conversation.ask({ query: { size: 1 } });
    expect(sent).toHaveLength(1);
    await conversation.ask({ ...ask, again: true });
    expect(sent).toHaveLength(2);
  });

  it('puts names and parameters where they belong, and shows no name', async () => {
    const { conversation, sent } = talkTo(() => page());
    const { exchanges } = await conversation.ask({ query: { q: 'a b', two: [1, 2], until: null } });
    expect(sent[0]?.path).toBe('/logs/T-1?q=a%20b&two=1&two=2');
    expect(exchanges[0]?.request).toBe('GET /logs/{ticket}?q=a%20b&two=1&two=2');
  });

  it('reads all pages, until one says that it is the last', async () => {
    const { conversation, sent } = talkTo((_, n) => json({ records: [n], more: n < 3 }));
    const { records } = await conversation.ask({ every: true });
    expect(records).toEqual([1, 2, 3]);
    expect(sent.map(({ path }) => path)).toEqual([
      '/logs/T-1?until=9000',
      '/logs/T-1?until=9000&page=2',
      '/logs/T-1?until=9000&page=3',
    ]);
  });

  it.each([
    ['is empty', json({ records: [], more: true })],
    ['is refused', json({}, 400)],
  ])('takes for the end a later page that %s', async (_, end) => {
    const { conversation } = talkTo((__, n) => (n < 3 ? json({ records: [n], more: true }) : end));
    expect((await conversation.ask({ every: true })).records).toEqual([1, 2]);
  });

  it('does not take a first page that is refused for an empty log', async () => {
    const { conversation } = talkTo(() => json({}, 400));
    expect((await conversation.ask({ every: true })).records).toBeUndefined();
  });

  it('does not read on once there is more than twice what the log has', async () => {
    const { conversation, sent } = talkTo(({ path }) =>
      json({ records: [one, two], more: path.includes('size=1') }),
    );
    const trail = await conversation.trail();
    const { records } = await conversation.ask({ query: { size: 1 }, every: true }, trail);
    expect(records).toEqual([one, two, one, two, one, two]);
    expect(sent).toHaveLength(4);
  });

  it('does not read for ever', async () => {
    const { conversation, sent } = talkTo((_, n) => json({ records: [n], more: true }));
    await expect(conversation.ask({ every: true })).rejects.toThrow(Unasked);
    expect(sent.length).toBeLessThan(50);
  });

  it('keeps to the first form of credential that is taken', async () => {
    const { conversation, sent } = talkTo(({ headers }) =>
      headers.authorization === 'Bearer secret-key' ? page(one) : json({}, 401),
    );
    await conversation.ask({});
    await conversation.ask({ query: { size: 1 } });
    expect(sent.map(({ headers }) => headers.authorization)).toEqual([
      'Key secret-key',
      'Bearer secret-key',
      'Bearer secret-key',
    ]);
  });

  it.each([
    [401, 404],
    [401, 403],
    [403, 404],
  ])(
    'where no form is answered, keeps to the one that is not refused for who asks (%i, %i)',
    async (unknown, known) => {
      const { conversation, sent } = talkTo(({ headers }) =>
        json({}, headers.authorization === 'Bearer secret-key' ? known : unknown),
      );
      const { exchanges } = await conversation.ask({});
      expect(exchanges[0]?.got?.status).toBe(known);
      await conversation.ask({ query: { size: 1 } });
      expect(sent.map(({ headers }) => headers.authorization)).toEqual([
        'Key secret-key',
        'Bearer secret-key',
        'Bearer secret-key',
      ]);
    },
  );

  it('does not try all forms again where none is taken', async () => {
    const { conversation, sent } = talkTo(() => json({}, 401));
    await conversation.ask({});
    await conversation.ask({ query: { size: 1 } });
    expect(sent).toHaveLength(toyServer.forms.length + 1);
  });

  it.each([
    ['application/x-www-form-urlencoded', 'k=a%26b'],
    ['multipart/form-data; boundary=x', 'k=a&b'],
  ])('writes parts of the credential into a body of %s as it needs them', async (type, body) => {
    const { conversation, sent } = talkTo(() => page(one), { key: 'a&b' });
    await conversation.ask({ body: 'k={key}', headers: { 'content-type': type } });
    expect(sent[0]?.body).toBe(body);
  });

  it('cannot write a part that the credential does not have', async () => {
    const { conversation } = talkTo(() => page(one));
    await expect(conversation.ask({ body: 'k={secret}' })).rejects.toThrow(
      new Unasked('the credential has no secret'),
    );
  });

  it('says nothing of who asks where a case wants it so', async () => {
    const { conversation, sent } = talkTo(() => json({}, 401));
    await conversation.ask({ credential: 'none' });
    expect(sent.map(({ headers }) => headers)).toEqual([{}]);
  });

  it('waits where it has asked too often, and asks again', async () => {
    const { conversation, sent, waited } = talkTo((_, n) => (n === 1 ? json({}, 429) : page(one)));
    expect((await conversation.ask({})).records).toEqual([one]);
    expect(sent).toHaveLength(2);
    expect(waited).toHaveLength(1);
  });

  it('waits as long as a proxy wants it to', async () => {
    const busy = { ...json({}, 429), headers: { 'retry-after': '7' } };
    const { conversation, waited } = talkTo((_, n) => (n === 1 ? busy : page(one)));
    await conversation.ask({});
    expect(waited).toEqual([7000]);
  });

  it('does not wait for hours', async () => {
    const { conversation, waited } = talkTo(() => ({
      ...json({}, 429),
      headers: { 'retry-after': '86400' },
    }));
    await expect(conversation.ask({})).rejects.toThrow('left alone for 86400 s');
    expect(waited).toEqual([]);
  });

  it('cannot judge a server that always wants to wait', async () => {
    const { conversation } = talkTo((_, n) => (n === 1 ? page(one) : json({}, 429)));
    await conversation.ask({});
    await expect(conversation.ask({ query: { size: 1 } })).rejects.toThrow(/--rate/);
  });

  it('asks again for what did not come whole', async () => {
    const { conversation } = talkTo((_, n) => {
      if (n === 1) throw new ClientError('unavailable', 'no whole answer');
      return page(one);
    });
    expect((await conversation.ask({})).records).toEqual([one]);
  });

  it('tells one who hangs up on some requests from one who cannot be reached', async () => {
    const hangUp = () => {
      throw new ClientError('unavailable', 'hung up');
    };
    const some = talkTo((_, n) => (n === 1 ? page(one) : hangUp()));
    await some.conversation.ask({});
    const { exchanges } = await some.conversation.ask({ query: { size: 1 } });
    expect(exchanges[0]).toMatchObject({ got: undefined, failure: 'hung up' });
    await expect(talkTo(hangUp).conversation.ask({})).rejects.toThrow('hung up');
  });

  it('cannot ask for a ticket of which the account says nothing', async () => {
    const { conversation } = talkTo(() => page(one));
    await expect(conversation.ask({ ticket: 'foreign' })).rejects.toThrow(
      new Unasked('the account names no foreign ticket'),
    );
  });

  it('leaves out what has come since the log was read, and nothing else', async () => {
    const late = { time: 3, kind: 'a' };
    const early = { time: 0, kind: 'new' };
    const { conversation } = talkTo(() => page(one, two));
    const trail = await conversation.trail();
    const records = [early, one, two, late, { ...two, kind: 'x' }];
    expect(records.filter((each) => trail?.isHeld(each))).toEqual([early, one, two]);
  });
});
