/** Lists a ticket's records in the order in which a client gets them. */
import type { FixtureRecord } from '../../fixtures/language/Fixture.js';
import type { Reading, Wish } from '../../mock-server/Reading.js';
import { plainText } from '../plainText.js';
import type { ListedRecord, ListedTrail } from './Listing.js';
import { countServed, orderOf, type Placed, placeRecords, type SeenBy } from './placeRecords.js';
import { tiesOf } from './tiesOf.js';

export function listTrail(seen: SeenBy): ListedTrail {
  const { part, wish, reading } = seen;
  const pageSize = pageSizeOf(wish, reading);
  return {
    wish,
    reading,
    order: orderOf(wish, reading),
    pageSize,
    hasActions: part.vendor.language.action !== undefined,
    served: countServed(seen),
    records: { [Symbol.iterator]: () => listRecords(seen, pageSize) },
  };
}

/** Where there are no pages, those that are wished for: a tester may want to see where borders would run. */
function pageSizeOf({ pageSize }: Wish, reading: Reading): number {
  return reading.pageSize === Number.POSITIVE_INFINITY
    ? (pageSize ?? reading.pageSize)
    : reading.pageSize;
}

function* listRecords(whose: SeenBy, pageSize: number): Generator<ListedRecord> {
  // Made once each, so that they can be told apart.
  const records = Array.from(whose.ticket.records);
  const seen = { ...whose, ticket: { ...whose.ticket, records } };
  const { part, credential, form, now } = seen;
  const { language } = part.vendor;
  const settings = { ...part.settings, ...credential.entry };
  const indexes = new Map(records.map((entry, index) => [entry, index]));
  const disordered = outOfOrder(records);
  const pageOf = (position: number) => Math.ceil(position / pageSize) || 1;
  const serve = ({ entry }: Placed) => {
    const written = form.write(entry);
    const served = parse(written);
    return { written, served, local: timeIn(served ?? entry.record, language.timeKey) };
  };
  for (const run of placeRecords(seen)) {
    // What has its time alone need not be made twice.
    const tieOf =
      run.length === 1 ? undefined : tiesOf(run, (placed) => serve(placed).local, pageOf);
    const known = new Map<unknown, ListedRecord['marks']['occurs']>();
    for (const placed of run) {
      const { entry, generated, position, withheld } = placed;
      const { time, action, visibleFrom: from = time, record } = entry;
      const { written, served, local } = serve(placed);
      const tie = tieOf?.(position, local);
      if (!known.has(local)) known.set(local, language.occurs?.(local, settings));
      const occurs = known.get(local);
      yield {
        position,
        page: position === null ? null : pageOf(position),
        index: generated ?? (indexes.get(entry) as number),
        ...(generated !== undefined && { generated: true }),
        local,
        time,
        action,
        gist: plainText(language.gist(record)),
        marks: {
          ...(tie && { tie }),
          ...(from > time && { late: { from, visible: from <= now } }),
          ...withheld,
          ...(disordered.has(entry) && { outOfOrder: true }),
          ...(occurs && { occurs }),
          ...(served === undefined && { notJson: true }),
        },
        record: served ?? written,
      };
    }
  }
}

/** The records that have a later one before them. */
function outOfOrder(records: readonly FixtureRecord[]): Set<FixtureRecord> {
  let latest = Number.NEGATIVE_INFINITY;
  return new Set(
    records.filter(({ time }) => {
      latest = Math.max(latest, time);
      return time < latest;
    }),
  );
}

function timeIn(record: unknown, key: string): unknown {
  return (record as Record<string, unknown>)[key];
}

/** Undefined where it is no JSON, as a switch can make an answer. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
