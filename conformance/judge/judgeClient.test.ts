import { describe, expect, it } from 'vitest';
import { type ClientFunction, functionSubject } from '../subjects/functionSubject.js';
import type { ClientConversation, Subject } from '../subjects/Subject.js';
import { judge, reference } from '../testing/judging.js';

describe('what a client did', () => {
  it('is a leak where a secret stands in a URL', async () => {
    const client: Partial<ClientFunction> = {
      async *fetch(what, sleep) {
        await fetch(
          `${what.base_url}/?key=${encodeURIComponent(Object.values(what.credentials)[0] as string)}`,
        );
        yield* reference.fetch(what, sleep) as AsyncIterable<unknown>;
      },
    };
    const { cases } = await judge(client, { patterns: ['helpshift/client/endpoint/reads'] });
    expect(cases[0]?.flaws?.map(({ reason, cause }) => [reason, cause])).toEqual([
      ['credential-leaked', 'in a URL'],
    ]);
  });

  it('is one where it is percent-encoded, and where no answer comes', async () => {
    const client: Partial<ClientFunction> = {
      async fetch(what) {
        await fetch(
          `${what.base_url}/?key=${encodeURIComponent(what.credentials.api_key as string)}`,
        );
        return new Promise(() => {});
      },
    };
    const patterns = ['helpshift/client/credentials/odd-key'];
    const { cases } = await judge(client, { patterns, timeout: 100 });
    expect(cases[0]?.flaws?.map(({ reason }) => reason)).toEqual(['no-reply', 'credential-leaked']);
  });

  it('tells what is added, and what is altered, of all that came', async () => {
    const changing = (change: (records: Record<string, unknown>[]) => unknown[]) => {
      const client: Partial<ClientFunction> = {
        async fetch(what, sleep) {
          const records: Record<string, unknown>[] = [];
          for await (const one of reference.fetch(what, sleep) as AsyncIterable<object>)
            records.push({ ...one });
          return change(records);
        },
      };
      return judge(client, { patterns: ['helpshift/client/endpoint/reads'] });
    };
    const added = await changing((records) => [...records, { action: 'resolve' }]);
    expect(added.cases[0]?.flaws).toMatchObject([
      {
        reason: 'invented-records',
        says: expect.stringMatching(/^1 of 6 .* the first is number 6$/),
      },
    ]);
    const altered = await changing(([first, ...rest]) => [{ ...first, action: 'other' }, ...rest]);
    expect(altered.cases[0]?.flaws).toMatchObject([
      { reason: 'altered-records', says: expect.stringMatching(/in number 1, action differs$/) },
    ]);
  });

  /** A client that asks for pages two at a time; after a refusal it waits, with all or with that one only. */
  const inPairs = (waits: 'with all' | 'with one'): Partial<ClientFunction> => ({
    async fetch({ base_url, credentials }, sleep) {
      const authorization = `Basic ${btoa(`${credentials.api_key}:`)}`;
      const log = `${base_url}/v2/acme/issues/3423/_audit_logs?sort_order=asc&page_size=200`;
      const ask = (page: number) => fetch(`${log}&page=${page}`, { headers: { authorization } });
      const pairs = [[1], [2, 3], [4, 5], [6]];
      const pages: Promise<Response>[] = [];
      for (const pair of pairs) {
        const answers = await Promise.all(pair.map(ask));
        const again = answers.map(async (answer, i) => {
          if (answer.status !== 429) return answer;
          await sleep(1000);
          return ask(pair[i] as number);
        });
        if (waits === 'with all') await Promise.all(again);
        pages.push(...again);
      }
      const read = await Promise.all(pages.map(async (page) => (await page).json()));
      return read.flatMap((one) => (one as { audit_logs: unknown[] }).audit_logs);
    },
  });

  it('is right where it asks in parallel, and what was under way is answered while it is refused', async () => {
    const patterns = ['helpshift/client/refusals/waits'];
    const { cases } = await judge(inPairs('with all'), { patterns });
    expect(cases[0]).toMatchObject({ verdict: 'pass' });
  });

  it('is wrong where it goes on in parallel with what it is told to wait for', async () => {
    const patterns = ['helpshift/client/refusals/waits'];
    // By the machine's time, as its waits are not in the vendor's alone.
    const capabilities = reference.capabilities?.filter((one) => one !== 'virtual-clock');
    const { cases } = await judge({ ...inPairs('with one'), capabilities }, { patterns });
    expect(cases[0]?.flaws).toMatchObject([{ reason: 'did-not-wait' }]);
  });

  it('need not be all that came into being while it read, nor each record once, if that is not asked', async () => {
    const patterns = ['helpshift/client/growth/none-lost'];
    const reading = (make: (records: unknown[]) => unknown[]) => {
      const client: Partial<ClientFunction> = {
        async fetch(what, sleep) {
          const records: unknown[] = [];
          for await (const one of reference.fetch(what, sleep) as AsyncIterable<unknown>)
            records.push(one);
          return make(records);
        },
      };
      return judge(client, { patterns });
    };
    // Newest first; the first three were added.
    const right = await reading((records) => [...records.slice(3), ...records.slice(5, 9)]);
    expect(right.cases[0]).toMatchObject({ verdict: 'pass' });
    const lost = await reading((records) => records.slice(4));
    expect(lost.cases[0]?.flaws).toMatchObject([
      { reason: 'missing-records', says: expect.stringMatching(/^1 of 1003 records /) },
    ]);
  });

  /** A client that delivers lines, as finished programs do. */
  const delivering = (
    line: (record: Record<string, unknown>) => unknown,
  ): Subject<ClientConversation> => {
    const { open } = functionSubject(reference);
    return {
      async open() {
        const conversation = await open();
        return {
          ...conversation,
          async fetch(...args) {
            const { records, ...outcome } = await conversation.fetch(...args);
            const lines = records.map((one) =>
              JSON.stringify(line(one as Record<string, unknown>)),
            );
            return { ...outcome, records: [], lines };
          },
        };
      },
    };
  };

  it('tells one altered line of those that are as they were served', async () => {
    const subject = delivering((record) =>
      record.action === 'resolve' ? { ...record, action: 'other' } : record,
    );
    const { cases } = await judge({}, { subject, patterns: ['helpshift/client/order/asc'] });
    expect(cases.find((one) => one.case.endsWith('order/asc'))?.flaws).toMatchObject([
      { reason: 'altered-records' },
    ]);
  });

  it('does not judge lines that are like no record, but what was sent for them', async () => {
    const subject = delivering(() => 'something');
    const unclear = await judge({}, { subject, patterns: ['helpshift/client/order/asc'] });
    expect(unclear.cases[0]).toMatchObject({
      verdict: 'skip',
      because: 'its output is not like the records; say match in the subject file',
    });
    const { open } = subject;
    const leaky: Subject<ClientConversation> = {
      open: async () => ({
        ...(await open()),
        async fetch(what, ...rest) {
          await fetch(`${what.base_url}/?key=${what.credentials.api_key}`);
          return (await open()).fetch(what, ...rest);
        },
      }),
    };
    const { cases } = await judge({}, { subject: leaky, patterns: ['helpshift/client/order/asc'] });
    expect(cases[0]?.flaws?.map(({ reason }) => reason)).toEqual(['credential-leaked']);
  });

  /** What is said of a client that ends with an error, or with none, where one is expected. */
  const ending = async (code: string | undefined, id: string, leaks = false) => {
    const { open } = functionSubject(reference);
    const subject: Subject<ClientConversation> = {
      open: async () => ({
        ...(await open()),
        async fetch({ base_url, credentials }) {
          const { api_key = '' } = credentials;
          const log = `${base_url}/v2/acme/issues/999999/_audit_logs`;
          await fetch(log, { headers: { authorization: `Bearer ${api_key}` } });
          if (leaks) await fetch(`${base_url}/?key=${api_key}`);
          const message = `line ${performance.now()}: no\n`;
          if (code === undefined) return { kind: 'complete', records: [] };
          return { kind: 'error', code: code as 'any', message, records: [] };
        },
      }),
    };
    const { cases } = await judge({}, { subject, patterns: [`helpshift/client/${id}`] });
    return cases[0]?.flaws ?? [];
  };

  it('is another error than the one that is expected, unless it does not say which', async () => {
    expect(await ending('not_found', 'refusals/not-found')).toEqual([]);
    expect(await ending('any', 'refusals/not-found')).toEqual([]);
    expect(await ending('other', 'refusals/not-found')).toMatchObject([{ reason: 'wrong-error' }]);
    expect(await ending(undefined, 'refusals/not-found')).toMatchObject([{ reason: 'no-error' }]);
  });

  it('is told by what was sent first, but of one that gave up by what it says itself', async () => {
    const reasons = (flaws: readonly { reason: string }[]) => flaws.map(({ reason }) => reason);
    const wrong = await ending('other', 'refusals/not-found', true);
    expect(reasons(wrong)).toEqual(['credential-leaked', 'wrong-error']);
    const gone = await ending('any', 'endpoint/reads', true);
    expect(reasons(gone)).toEqual(['gave-up', 'too-few-requests', 'credential-leaked']);
  });

  it('has one cause where two gave up with the same words and other numbers', async () => {
    const [first] = await ending('any', 'endpoint/reads');
    const [second] = await ending('any', 'endpoint/reads');
    expect(first?.says).not.toBe(second?.says);
    expect(first?.cause).toBe(second?.cause);
  });

  it('tells one who invents more than can be remembered', async () => {
    const client: Partial<ClientFunction> = {
      async *fetch(what, sleep) {
        yield* reference.fetch(what, sleep) as AsyncIterable<unknown>;
        for (let i = 0; i < 100_000; i++) yield i;
      },
    };
    const { cases } = await judge(client, { patterns: ['helpshift/client/endpoint/reads'] });
    expect(cases[0]?.flaws).toMatchObject([
      { reason: 'invented-records', says: '100005 records came back, of which there are 5' },
    ]);
  });
});
