/** A selection of a trail that is laid out, and the bytes of any stretch of it. */
import { lendBody } from './lentBody.js';
import { risingPositions, type Stretch } from './risingPositions.js';
import { type Page, rangeOf, type Selection } from './Selection.js';
import type { Trail } from './Trail.js';

/** What a page is copied from, where it is read in one go. */
const staged = Buffer.allocUnsafeSlow(128 * 1024);

/** Up to so many times as much as is wanted is read in one go: memory that is read in order comes several times as fast. */
const SPARSEST = 4;

export class LaidOutSelection implements Selection {
  readonly total: number;
  readonly #trail: Trail;
  readonly #stretches: readonly Stretch[];

  constructor(trail: Trail, stretches: readonly Stretch[]) {
    this.#trail = trail;
    this.#stretches = stretches;
    let total = 0;
    for (const { first, end, hidden } of stretches) total += end - first - hidden.length;
    this.total = total;
  }

  json(before: string, page: Page, after: string): Buffer {
    const { order } = page;
    const [from, to] = rangeOf(page, this.total);
    const newest = order === 'desc' ? from : this.total - to;
    const [stretch] = this.#stretches;
    const isWhole = this.#stretches.length === 1 && stretch?.positions === undefined;
    if (isWhole && stretch?.hidden.length === 0 && order === 'desc')
      return this.#slice(before, stretch.first + from, stretch.first + to, after);
    return this.#joined(before, risingPositions(this.#stretches, newest, to - from), order, after);
  }

  /** Neighbours, newest first, as they stand. */
  #slice(before: string, first: number, end: number, after: string): Buffer {
    const { bytes, starts } = this.#trail;
    const start = starts[first] as number;
    const size = (starts[end] as number) - start;
    return between(before, size, after, (body, at) => {
      body.set(bytesFrom(bytes, start, size), at);
    });
  }

  /** @param positions rising, whatever the order */
  #joined(
    before: string,
    positions: readonly number[],
    order: Page['order'],
    after: string,
  ): Buffer {
    const { starts } = this.#trail;
    let size = 0;
    for (const position of positions)
      size += (starts[position + 1] as number) - (starts[position] as number);
    return between(before, size, after, (body, at) => {
      const { bytes, offset } = this.#near(positions, size);
      // In the order of memory, and so from the end where the oldest comes first.
      let here = order === 'desc' ? at : at + size;
      for (const position of positions) {
        const start = starts[position] as number;
        const length = (starts[position + 1] as number) - start;
        if (order === 'asc') here -= length;
        body.set(bytesFrom(bytes, start - offset, length), here);
        if (order === 'desc') here += length;
      }
    });
  }

  /** Bytes that have the records at rising positions, and how many of the trail's stand before them. */
  #near(positions: readonly number[], size: number): { bytes: Buffer; offset: number } {
    const { bytes, starts } = this.#trail;
    const offset = starts[positions[0] ?? 0] as number;
    const span = (starts[(positions.at(-1) ?? -1) + 1] as number) - offset;
    if (span > staged.length || span > SPARSEST * size) return { bytes, offset: 0 };
    staged.set(bytesFrom(bytes, offset, span));
    return { bytes: staged, offset };
  }
}

/** What Buffer's own `copy` and `subarray` do, without all that they ask before. */
function bytesFrom({ buffer, byteOffset }: Buffer, start: number, length: number): Uint8Array {
  return new Uint8Array(buffer, byteOffset + start, length);
}

/** Text around records that each end in a comma; the last comma is dropped. */
function between(
  before: string,
  size: number,
  after: string,
  write: (body: Buffer, at: number) => void,
): Buffer {
  const head = Buffer.byteLength(before);
  const recordsEnd = head + Math.max(size - 1, 0);
  const body = lendBody(recordsEnd + 1 + Buffer.byteLength(after));
  body.write(before, 0);
  write(body, head);
  const length = recordsEnd + body.write(after, recordsEnd);
  return body.subarray(0, length);
}
