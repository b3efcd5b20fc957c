import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faulty } from '../testing/faulty.js';
import { isMeant } from '../testing/isMeant.js';

const now = '2025-08-10T00:00:00Z';

const counts = fc.oneof(
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 12 }).map((n) => `every ${n}`),
  fc
    .tuple(fc.integer({ min: 1, max: 8 }), fc.option(fc.integer({ min: 0, max: 6 })))
    .map(([from, more]) => `${from}..${more === null ? '' : from + more}`),
);

describe('when a fault happens', () => {
  it('is as often as a plain count of the requests that fit says', async () => {
    const { session, helpshift, opsramp } = await faulty([]);
    await fc.assert(
      fc.asyncProperty(
        counts,
        fc.option(fc.integer({ min: 1, max: 5 })),
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 2 })), { maxLength: 14 }),
        async (nth, times, requests) => {
          session.setFaults([
            {
              when: { vendor: 'helpshift', page: 2, nth, ...(times !== null && { times }) },
              do: { contentType: 'a/b' },
            },
          ]);
          let fitting = 0;
          let fired = 0;
          for (const [other, page] of requests) {
            const { headers } = await (other ? opsramp : helpshift)({ page });
            const fits = !other && page === 2;
            if (fits) fitting++;
            const fires = fits && isMeant(nth, fitting) && fired < (times ?? 99);
            if (fires) fired++;
            expect(headers['content-type'] === 'a/b').toBe(fires);
          }
          expect(session.faults()).toMatchObject([{ fired }]);
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  /** Which of some requests it happens to. */
  async function hits(
    when: object,
    ...requests: ((ask: Awaited<ReturnType<typeof faulty>>) => PromiseLike<unknown>)[]
  ): Promise<number[]> {
    const ask = await faulty([{ when: { ...when }, do: { contentType: 'a/b' } }], { now });
    for (const request of requests) await request(ask);
    const { entries } = ask.session.journal();
    return entries.flatMap(({ fault }, i) => (fault === undefined ? [] : [i]));
  }

  it('is told by what is asked for', async () => {
    const when = { endpoint: 'tickets' };
    const found = await hits(
      when,
      ({ helpshift }) => helpshift(),
      ({ helpshift, authorization }) =>
        fetch(new URL('/v1/amazon/issues', helpshift().url), {
          headers: { authorization: authorization.helpshift },
        }),
    );
    expect(found).toEqual([1]);
  });

  it('is told by the method', async () => {
    const found = await hits(
      { method: 'POST' },
      ({ helpshift }) => helpshift(),
      ({ motadata }) => motadata(),
    );
    expect(found).toEqual([1]);
  });

  it('is told by the ticket', async () => {
    const found = await hits(
      { ticket: 'INC0000001798' },
      ({ helpshift }) => helpshift(),
      ({ opsramp }) => opsramp(),
    );
    expect(found).toEqual([1]);
  });

  it('is told by parameters of the query, all of them, decoded', async () => {
    const found = await hits(
      { query: { actions: 'add-tags,resolve', page: 1 } },
      ({ helpshift }) => helpshift({ page: 1 }),
      ({ helpshift }) => helpshift({ page: 1, actions: 'add-tags,resolve' }),
      ({ helpshift }) => helpshift({ page: 2, actions: 'add-tags,resolve' }),
    );
    expect(found).toEqual([1]);
  });

  it('is told by the page, whatever the vendor calls it', async () => {
    const found = await hits(
      { page: 3 },
      ({ helpshift }) => helpshift({ page: 3 }),
      ({ helpshift }) => helpshift({ page: 'x' }),
      ({ motadata }) => motadata({ offset: 50, size: 25 }),
      ({ motadata }) => motadata({ offset: 60, size: 25 }),
      ({ motadata }) => motadata({ offset: 75, size: 25 }),
      ({ opsramp }) => opsramp({ pageNo: 3 }),
      ({ opsramp }) => opsramp({ pageNo: 0 }),
    );
    expect(found).toEqual([0, 2, 5]);
  });

  it('is the first page where none is named', async () => {
    const found = await hits(
      { page: 1 },
      ({ helpshift }) => helpshift(),
      ({ motadata }) => motadata(),
      ({ opsramp }) => opsramp(),
    );
    expect(found).toEqual([0, 1, 2]);
  });

  it.each([
    ['after a time since the session began', { after: 'PT1H' }, [1, 2]],
    ['before a time since the session began', { before: 'PT1H' }, [0]],
    ['after an instant', { after: '2025-08-10T01:00:00Z' }, [1, 2]],
    ['before an instant', { before: '2025-08-10T03:00:00+02:00' }, [0]],
    ['in between', { after: 'PT1H', before: 'PT2H' }, [1]],
    ['while a token is old enough', { tokenAge: 'PT2H' }, [2]],
  ])('is %s', async (_, when, expected) => {
    const found = await hits(
      when,
      ({ opsramp }) => opsramp(),
      ({ session, opsramp }) => {
        session.clock.advance('PT1H');
        return opsramp();
      },
      ({ session, opsramp }) => {
        session.clock.advance('PT1H');
        return opsramp();
      },
    );
    expect(found).toEqual(expected);
  });
});

describe('the faults of a session', () => {
  it('are told with how often each has happened', async () => {
    const faults = [
      { name: 'never', when: { page: 9 }, do: 'reset' },
      { when: { nth: 2 }, do: { delay: 1 } },
    ];
    const { session, helpshift } = await faulty(faults);
    for (let i = 0; i < 3; i++) await helpshift();
    expect(session.faults()).toEqual([
      { ...faults[0], fired: 0 },
      { ...faults[1], name: 'delay', fired: 1 },
    ]);
  });

  it('have not happened once the session is reset, and are those it was opened with', async () => {
    const { session, helpshift } = await faulty([{ when: { nth: 1 }, do: 'loginPage' }]);
    const typeOf = async () => (await helpshift()).type;
    expect([await typeOf(), await typeOf()]).toEqual(['text/html', 'application/json']);
    session.setFaults([]);
    session.reset();
    expect([await typeOf(), await typeOf()]).toEqual(['text/html', 'application/json']);
  });

  it('are not those of another session', async () => {
    const { session, helpshift, opsramp } = await faulty([{ do: 'loginPage' }]);
    const other = await faulty([]);
    expect((await other.helpshift()).type).toBe('application/json');
    expect((await helpshift()).type).toBe('text/html');
    session.setFaults([]);
    expect((await opsramp()).type).toBe('application/json');
  });

  it('are not met by requests that no session knows', async () => {
    const { session, url } = await faulty([{ do: 'loginPage' }]);
    const { status } = await fetch(`${url}/v2/amazon/issues/3423/_audit_logs`);
    expect(status).toBe(401);
    expect(session.faults()).toMatchObject([{ fired: 0 }]);
  });

  it('all happen to a request that meets several, in their order', async () => {
    const { session, helpshift } = await faulty([
      { name: 'a', do: { status: 500 } },
      { name: 'b', do: { refuse: 'rate-limited' } },
      { name: 'c', do: { contentType: 'a/b' } },
    ]);
    const { status, type } = await helpshift();
    expect([status, type]).toEqual([429, 'a/b']);
    expect(session.journal().entries).toMatchObject([{ fault: 'a, b, c' }]);
  });

  it('come from the fixture, unless others are given in their place', async () => {
    const fixture = {
      name: 'x',
      helpshift: {
        credentials: [{ api_key: 'k' }],
        domains: { amazon: { issues: { '3423': { records: [] } } } },
      },
      faults: [{ do: 'loginPage' }],
    };
    const own = await faulty(undefined, { fixture });
    expect((await own.helpshift()).type).toBe('text/html');
    const given = await faulty([], { fixture });
    expect((await given.helpshift()).type).toBe('application/json');
  });

  it('are refused with all that is wrong with them, and the old ones stay', async () => {
    const { session } = await faulty([{ do: 'reset' }]);
    const wrong = [{ do: 'rest' }, { do: { retain: 'x' } }];
    expect(() => session.setFaults(wrong)).toThrow(
      /^session faults\[0\]\.do: expected one of .*\nsession faults\[1\]\.do\.retain: expected an ISO/,
    );
    expect(session.faults()).toMatchObject([{ do: 'reset' }]);
  });
});
