/** The body is no JSON. */
import type { Deeds } from '../../fixtures/language/Fault.js';
import type { Behaviour } from './Behaviour.js';
import type { Reply } from './Reply.js';
import { spoil } from './spoil.js';

type How = Deeds['corrupt'];

export const corrupt: Behaviour<How> = {
  change(reply, how) {
    reply.body = corrupted(reply.body, how);
    spoil(reply, 'withheld');
  },
};

function corrupted(body: Reply['body'], how: How): Reply['body'] {
  if (Symbol.asyncIterator in body) return withoutFirst(body);
  if (!Buffer.isBuffer(body)) return pieces(body, how);
  const text = body.toString();
  return Buffer.from(how === 'truncated' ? text.slice(0, text.length / 2) : spoiled(text, how));
}

/** Of many pieces, the first tells; truncated, it is all that there is, and is not the end. */
function* pieces(body: Iterable<string>, how: How): Generator<string> {
  let first = true;
  for (const piece of body) {
    if (how === 'truncated') return yield piece;
    yield first ? spoiled(piece, how) : unescaped(piece, how);
    first = false;
  }
}

/** Of what is compressed already, nothing can be read without its beginning. */
async function* withoutFirst(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let first = true;
  for await (const piece of body) {
    yield first ? piece.subarray(1) : piece;
    first = false;
  }
}

/** What is no JSON, or no beginning of it. */
function spoiled(text: string, how: How): string {
  const raw = unescaped(text, how);
  if (raw !== text) return raw;
  const quoted = how === 'quotes' ? text.replace('":"', '":""') : text;
  return quoted === text ? text.replace(/[[{]/, '$&,') : quoted;
}

function unescaped(text: string, how: How): string {
  return how === 'quotes' ? text.replaceAll('\\"', '"') : text;
}
