/** A normalizer that is a function in this process. */

import { setTimeout } from 'node:timers/promises';
import { type ClientError, ERROR_CODES } from '../reference/ClientError.js';
import type { NormalizeRequest } from '../reference/referenceNormalizer.js';
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
      const restore = setZone(zone);
      return {
        introduction,
        isOver: false,
        overheard: () => '',
        async normalize(what, timeout) {
          checkZone(zone);
          const late = setTimeout(timeout, givenUp(timeout), { ref: false });
          return await Promise.race([ask(normalize, what), late]);
        },
        close: async () => restore(),
      };
    },
  };
}

async function ask(normalize: NormalizerFunction['normalize'], what: NormalizeRequest) {
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
    if (Array.isArray(read)) return { kind: 'complete', events: read } as const;
  } catch {
    // Said below.
  }
  return broken('no-json', 'what it returned is no list that JSON can say');
}

function failed(error: unknown): Normalized {
  const { code, message = String(error) } = (error ?? {}) as Partial<ClientError>;
  const known = ERROR_CODES.find((one) => one === code) ?? 'other';
  return { kind: 'error', code: known, message, events: [] };
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

/** How many are under way in another zone than this process's own, which was this. */
let away = 0;
let own: string | undefined;

/** @returns what brings the zone back, once nobody needs it any more */
function setZone(zone: string | undefined): () => void {
  if (zone === undefined) return () => {};
  if (away++ === 0) own = process.env.TZ;
  process.env.TZ = zone;
  return () => {
    if (--away > 0) return;
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  };
}
