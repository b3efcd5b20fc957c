/** Tickets and their records as one JSON document, with a line for each record. */

import { instant } from '../../fixtures/language/instant.js';
import type { ListedRecord, Listing } from './Listing.js';
import { visibleJson } from './visibleJson.js';

export function* jsonLines(listings: readonly Listing[]): Generator<string> {
  yield '[';
  for (const [i, { trail, ...about }] of listings.entries()) {
    const { order, pageSize, served = 0, records = [] } = trail ?? {};
    const size = pageSize === Number.POSITIVE_INFINITY ? null : pageSize;
    const rest = visibleJson({ ...about, order, pageSize: size, served });
    yield `${rest.slice(0, -1)},"records":[`;
    let held: string | undefined;
    for (const record of records) {
      if (held !== undefined) yield `${held},`;
      held = visibleJson(written(record));
    }
    if (held !== undefined) yield held;
    yield i < listings.length - 1 ? ']},' : ']}';
  }
  yield ']';
}

function written({ time, marks, ...record }: ListedRecord): object {
  const { position, page, index, generated, local, action, gist, record: served } = record;
  const { late, ...others } = marks;
  return {
    ...{ position, page, index, generated, local },
    instant: instant(time),
    ...{ action, gist },
    marks: { ...others, ...(late && { late: { ...late, from: instant(late.from) } }) },
    record: served,
  };
}
