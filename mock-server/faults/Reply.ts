/** An answer on its way out, as faults leave it. */
import type { Arrival } from '../Exchange.js';

export interface Reply extends Arrival {
  status: number;
  headers: Record<string, string>;
  /** All of it, or its pieces, which are made one by one. */
  body: Buffer | Iterable<string> | AsyncIterable<Buffer>;
  /** Headers of the vendor's that were set before are not sent. */
  inFront: boolean;
  /** Milliseconds of real time before the first byte. */
  wait: number;
  /** How many bytes at once, and how many milliseconds between two pieces. */
  drip: { bytes: number; every: number } | undefined;
  /** What Content-Length says beyond the truth. */
  lie: number;
  /** After how many bytes the connection is closed, or how it ends without an answer; undefined where nothing cuts it. */
  end: number | 'half' | 'reset' | 'close' | undefined;
}

/** Puts something else in the place of what was to be answered. */
export function replace(
  reply: Reply,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer,
): void {
  reply.status = status;
  reply.headers = { Date: reply.headers.Date as string, ...headers };
  reply.body = Buffer.from(body);
  reply.delivery = 'withheld';
}

/** Says what happened on the way: a title and a line, as servers in front of others do. */
export function page(title: string, line: string): string {
  return `<!DOCTYPE html>\n<html>\n<head><title>${title}</title></head>\n<body>\n<h1>${title}</h1>\n${line}\n</body>\n</html>\n`;
}
