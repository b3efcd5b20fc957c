/** The body comes compressed, whether that was asked for or not. */
import { pipeline, Readable } from 'node:stream';
import { createGzip, gzipSync } from 'node:zlib';
import type { Deeds } from '../../fixtures/language/Fault.js';
import type { Behaviour } from './Behaviour.js';
import type { Reply } from './Reply.js';
import { spoil } from './spoil.js';

export const gzip: Behaviour<Deeds['gzip']> = {
  change(reply, how, { asking: { request } }) {
    reply.headers['Content-Encoding'] = 'gzip';
    reply.body = zipped(reply.body, how === 'cut');
    if (how === 'cut') spoil(reply, 'cut');
    // Who did not ask for it is not expected to be able to read it.
    else if (!/\bgzip\b/i.test(request.headers['accept-encoding']?.toString() ?? ''))
      spoil(reply, 'withheld');
  },
};

function zipped(body: Reply['body'], isCut: boolean): Reply['body'] {
  if (Buffer.isBuffer(body)) {
    const whole = gzipSync(body);
    return isCut ? whole.subarray(0, whole.length / 2) : whole;
  }
  // Whoever stops taking ends all of it, which is no error.
  const pieces: AsyncIterable<Buffer> = pipeline(Readable.from(body), createGzip(), () => {});
  return isCut ? firstOf(pieces) : pieces;
}

async function* firstOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    yield piece;
    return;
  }
}
