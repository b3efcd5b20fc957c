/** A subject that is a function in this process. */
import { setTimeout } from 'node:timers/promises';
import { found } from '../../fixtures/language/found.js';
import { type ClientError, ERROR_CODES } from '../reference/ClientError.js';
import { givingUp } from './givingUp.js';
import type {
  Capability,
  ClientConversation,
  Fetch,
  Introduction,
  Outcome,
  Patience,
  Subject,
  Time,
} from './Subject.js';

/** A client as a function. */
export interface ClientFunction {
  name: string;
  vendors: readonly string[];
  capabilities?: readonly Capability[];
  /** The parts of credentials that it can be given, such as `api_key`; left out: any. */
  takes?: readonly string[];
  /**
   * The records of one ticket, in the order served; throws a ClientError, or an error with a
   * `code` of the protocol, where they cannot be had.
   * @param sleep waits so many milliseconds: of the vendor's time with `virtual-clock`, else really
   */
  fetch(
    what: Fetch,
    sleep: (milliseconds: number) => Promise<void>,
  ): AsyncIterable<unknown> | Promise<Iterable<unknown>>;
}

export function functionSubject(client: ClientFunction): Subject<ClientConversation> {
  const { name, vendors, capabilities = [], takes } = client;
  const introduction: Introduction = {
    subject: { name, language: 'javascript' },
    ...{ roles: ['client'], vendors, capabilities },
    ...(takes && { takes }),
  };
  return {
    open: async () => ({
      introduction,
      isOver: false,
      overheard: () => '',
      fetch: (what, time, patience) => ask(client, what, time, patience),
      close: async () => {},
    }),
  };
}

const ask = async (
  client: ClientFunction,
  what: Fetch,
  time: Time | undefined,
  patience: Patience,
): Promise<Outcome> => {
  const records: unknown[] = [];
  let now = what.now;
  const sleep = async (milliseconds: number) => {
    if (time) now = time.sleepUntil(new Date(Date.parse(now) + milliseconds).toISOString());
    else await setTimeout(milliseconds);
  };
  const answered = (async (): Promise<Outcome> => {
    try {
      const given: unknown = await client.fetch(what, sleep);
      if (!isIterable(given)) return { ...noList(given), records };
      for await (const record of given) records.push(record);
      return { kind: 'complete', records };
    } catch (error) {
      return failed(error, records);
    }
  })();
  const { givenUp, stop } = givingUp(patience, () => records.length);
  const outcome = await Promise.race([answered, givenUp]);
  stop();
  return { ...outcome, records };
};

function isIterable(given: unknown): given is Iterable<unknown> | AsyncIterable<unknown> {
  if (given === null || typeof given !== 'object') return false;
  return Symbol.iterator in given || Symbol.asyncIterator in given;
}

/** What gives no list is wrong whatever was wanted of it, be it an error. */
function noList(given: unknown) {
  const what = typeof given === 'function' ? 'a function' : found(given);
  const says = `fetch gave ${what}; expected a promise of a list of records, or an async iterable`;
  return { kind: 'broken', reason: 'wrong-message', says } as const;
}

function failed(error: unknown, records: unknown[]): Outcome {
  const { code, message = String(error) } = (error ?? {}) as Partial<ClientError>;
  const known = ERROR_CODES.find((one) => one === code) ?? 'other';
  return { kind: 'error', code: known, message, records };
}
