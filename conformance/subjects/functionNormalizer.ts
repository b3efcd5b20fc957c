/** A normalizer that is a function in this process. */
import { setTimeout } from 'node:timers/promises';
import { inspect } from 'node:util';
import { ERROR_CODES } from '../reference/ClientError.js';
import type { NormalizeRequest } from '../reference/referenceNormalizer.js';
import { enterZone } from './enterZone.js';
import type { Normalized, NormalizerConversation, Subject } from './Subject.js';

/** A normalizer as a function. */
export interface NormalizerFunction {
  name: string;
  vendors: readonly string[];
  /**
   * The events of one trail; throws a ClientError, or an error with a `code` of the protocol,
   * where there are none to be had.
   */
  normalize(what: NormalizeRequest): readonly unknown[] | Promise<readonly unknown[]>;
}

export function functionNormalizer({
  name,
  vendors,
  normalize,
}: NormalizerFunction): Subject<NormalizerConversation> {
  const introduction = {
    subject: { name, language: 'javascript' },
    ...{ roles: ['normalizer'], vendors, capabilities: [] },
  };
  return {
    open: async (zone) => {
      const leave = zone === undefined ? () => {} : await enterZone(zone);
      return {
        introduction,
        isOver: false,
        overheard: () => '',
        async normalize(what, timeout) {
          checkZone(zone);
          const stop = new AbortController();
          // It keeps the process going, which would end before a promise that nobody keeps.
          const late = setTimeout(timeout, givenUp(timeout), { signal: stop.signal });
          late.catch(() => {});
          try {
            // A copy, whatever the function does with it.
            return await Promise.race([ask(normalize, structuredClone(what)), late]);
          } finally {
            stop.abort();
          }
        },
        close: async () => leave(),
      };
    },
  };
}

async function ask(
  normalize: NormalizerFunction['normalize'],
  what: NormalizeRequest,
): Promise<Normalized> {
  let events: readonly unknown[];
  try {
    events = await normalize(what);
  } catch (error) {
    return failed(error);
  }
  try {
    // As it would come from another program.
    const text = JSON.stringify(events);
    const read: unknown = JSON.parse(text);
    if (Array.isArray(read)) return { kind: 'complete', events: read };
  } catch (error) {
    // What is nested more deeply than JSON can be written here.
    if (error instanceof RangeError && Array.isArray(events)) return { kind: 'complete', events };
  }
  return broken('no-json', 'what it returned is no list that JSON can say');
}

function failed(error: unknown): Normalized {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  const known = ERROR_CODES.find((one) => one === code) ?? 'other';
  const says = typeof message === 'string' ? message : inspect(error, { depth: 0 });
  return { kind: 'error', code: known, message: says, events: [] };
}

function broken(reason: 'no-json' | 'no-reply', says: string): Normalized {
  return { kind: 'broken', reason, says, events: [] };
}

function givenUp(timeout: number): Normalized {
  return broken('no-reply', `nothing came for ${timeout / 1000} s`);
}

/** @throws Error where a machine or a thread does not let its zone be set, so that nothing can be judged */
function checkZone(zone: string | undefined): void {
  const actual = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone !== undefined && actual !== zone)
    throw new Error(`the time zone of this thread stays ${actual}, and cannot be set to ${zone}`);
}
