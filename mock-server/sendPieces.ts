/** Sends an answer that is made while it is sent. */
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';

/**
 * Makes pieces as fast as they are taken, and none that nobody takes.
 * @param begun goes before them
 * @param sent is told of each that was taken, how long it was
 */
export async function sendPieces(
  response: ServerResponse,
  begun: string,
  pieces: Iterable<string>,
  sent: (bytes: number) => void,
): Promise<void> {
  if (response.req.method === 'HEAD') {
    response.end();
    return;
  }
  try {
    await pipeline(async function* () {
      yield begun;
      sent(Buffer.byteLength(begun));
      for (const piece of pieces) {
        yield piece;
        sent(Buffer.byteLength(piece));
        // Whoever takes them fast would otherwise be the only one who is answered.
        await setImmediate();
      }
    }, response);
  } catch (error) {
    // Whoever asked has gone, and nobody has to be told.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
