/** Writes an exchange down for people, without secrets. */
import { instant } from '../fixtures/language/instant.js';
import type { Exchange, ServedRecords } from './Exchange.js';
import type { JournalEntry, Served } from './Simulator.js';
import type { Shortened } from './shortened.js';

export function journalEntry(
  exchange: Exchange,
  { text, header, parameter }: Shortened,
): JournalEntry {
  const { n, time, realTime, vendor, endpoint, method, target, headers, body } = exchange;
  const { credential, parameters, status, bytes, fault, served, undocumented } = exchange;
  const { refused, told } = exchange;
  return {
    n,
    time: instant(time),
    realTime: instant(realTime),
    ...(vendor !== undefined && { vendor }),
    ...(endpoint !== undefined && { endpoint }),
    ...(credential?.entry.name !== undefined && { credential: credential.entry.name }),
    method,
    target: text(target),
    headers: pairs(headers).map(([name, value]) => [text(name), header(name, value)] as const),
    ...(body !== undefined && { body: text(body.toString()) }),
    parameters: Object.fromEntries(
      [...parameters].map(([name, value]) => [text(name), parameter(name, value)]),
    ),
    ...(status !== undefined && { status }),
    bytes,
    ...(fault !== undefined && { fault }),
    ...(served && { served: writeServed(served, text) }),
    ...(refused && {
      refused: {
        kind: refused.kind,
        message: text(refused.message),
        ...(told.because !== undefined && { because: told.because }),
      },
    }),
    undocumented: undocumented.map(text),
    ...(told.nearMiss !== undefined && { nearMiss: told.nearMiss }),
  };
}

function pairs(headers: readonly string[]): [string, string][] {
  return Array.from({ length: headers.length / 2 }, (_, i) => [
    headers[2 * i] as string,
    headers[2 * i + 1] as string,
  ]);
}

function writeServed({ window = {}, ...rest }: ServedRecords, text: Shortened['text']): Served {
  const { since, until, actions } = window;
  return {
    ...(since !== undefined && Number.isFinite(since) && { since: instant(since) }),
    ...(until !== undefined && Number.isFinite(until) && { until: instant(until) }),
    ...(actions && { actions: actions.map(text) }),
    ...rest,
  };
}
