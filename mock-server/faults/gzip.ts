/** The body comes compressed, whether that was asked for or not. */
import { pipeline, Readable } from 'node:stream';
import { createGzip, gzipSync } from 'node:zlib';
import type { Deeds } from '../../fixtures/language/Fault.js';
import type { Behaviour } from './Behaviour.js';
import type { Reply } from './Reply.js';
import { spoil } from './spoil.js';

export const gzip: Behaviour<Deeds['gzip']> = {
  change(reply, how, { asking: { request } }) {
    // Clients take off what the header says, which is one layer.
    const whole = 'Content-Encoding' in reply.headers ? reply.body : zipped(reply.body);
    reply.headers['Content-Encoding'] = 'gzip';
    reply.body = how === 'cut' ? cutShort(whole) : whole;
    if (how === 'cut') spoil(reply, 'cut');
    // Whoever has not said to read it is not taken to have read it.
    else if (!/\bgzip\b/i.test(request.headers['accept-encoding']?.toString() ?? ''))
      spoil(reply, 'withheld');
  },
};

function zipped(body: Reply['body']): Buffer | AsyncIterable<Buffer> {
  if (Buffer.isBuffer(body)) return gzipSync(body);
  // Whoever stops taking ends all of it, which is no error.
  return pipeline(Readable.from(body), createGzip(), () => {});
}

function cutShort(body: Reply['body']): Reply['body'] {
  return Buffer.isBuffer(body)
    ? body.subarray(0, body.length / 2)
    : firstOf(body as AsyncIterable<Buffer>);
}

async function* firstOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    yield piece;
    return;
  }
}
