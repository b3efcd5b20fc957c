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
