import { describe, expect, it } from 'vitest';
import { Pace } from './Pace.js';
import { json, talkTo, tokenToy } from './testing/toyServer.js';

const page = json({ records: [] });
const isFor = (path: string, what: string) => path.startsWith(what);

/** A conversation with one whose tokens are numbered, and are alive as it is said. */
function talkByToken(isAlive: (token: number) => boolean) {
  let tokens = 0;
  return talkTo(
    ({ path, headers }) => {
      if (isFor(path, '/token')) return json({ token: `token-${++tokens}` });
      const token = Number(headers.authorization?.replace('Bearer token-', ''));
      return isAlive(token) ? page : json({}, 401);
    },
    {},
    { vendor: tokenToy },
  );
}

describe('a request with a token', () => {
  it('gets one once, for all requests', async () => {
    const { conversation, sent } = talkByToken(() => true);
    await conversation.ask({});
    await conversation.ask({ query: { size: 1 } });
    expect(sent.filter(({ path }) => isFor(path, '/token'))).toHaveLength(1);
  });

  it('gets another where that is dead, and asks again with it', async () => {
    const { conversation, sent } = talkByToken((token) => token > 1);
    expect((await conversation.ask({})).records).toEqual([]);
    expect(sent.map(({ headers }) => headers.authorization)).toEqual([
      ...[undefined, 'Bearer token-1', undefined, 'Bearer token-2'],
    ]);
  });

  it('gets no third where none is taken', async () => {
    const { conversation, sent } = talkByToken(() => false);
    expect((await conversation.ask({})).records).toBeUndefined();
    expect(sent).toHaveLength(4);
  });

  it('is not sent where none is given, and it is asked for only once', async () => {
    const { conversation, sent } = talkTo(() => json({}, 400), {}, { vendor: tokenToy });
    const { exchanges } = await conversation.ask({});
    await conversation.ask({ query: { size: 1 } });
    expect(exchanges[0]?.got?.status).toBe(400);
    expect(sent.map(({ path }) => path)).toEqual(['/token']);
  });
});

describe('each request, be it for a token or a repeated one', () => {
  it('waits for its turn', async () => {
    let turns = 0;
    class Counted extends Pace {
      override async turn() {
        turns++;
      }
    }
    const { conversation, sent } = talkTo(
      (_, n) => (n === 1 ? json({ token: 't' }) : n < 4 ? json({}, 429) : page),
      {},
      { vendor: tokenToy, pace: new Counted(60) },
    );
    await conversation.ask({});
    expect(sent).toHaveLength(4);
    expect(turns).toBe(4);
  });

  it('waits as long as it is told to', async () => {
    const date = 'Mon, 03 Mar 2025 08:00:00 GMT';
    const limited = {
      ...json({}, 429),
      headers: { date, 'x-rate-limit-reset': String(Date.parse(date) + 1234) },
    };
    const { conversation, waited } = talkTo((_, n) => (n === 1 ? limited : page));
    await conversation.ask({});
    expect(waited).toEqual([1234]);
  });
});
