/** A subject that is a function in this process. */
import { setTimeout } from 'node:timers/promises';
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
  const { name, vendors, capabilities = [] } = client;
  const introduction: Introduction = {
    subject: { name, language: 'javascript' },
    ...{ roles: ['client'], vendors, capabilities },
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
      for await (const record of await client.fetch(what, sleep)) records.push(record);
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

function failed(error: unknown, records: unknown[]): Outcome {
  const { code, message = String(error) } = (error ?? {}) as Partial<ClientError>;
  const known = ERROR_CODES.find((one) => one === code) ?? 'other';
  return { kind: 'error', code: known, message, records };
}
