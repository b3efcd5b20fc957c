/** Sends one request and takes the whole of its answer, or throws. */
import http from 'node:http';
import https from 'node:https';
import { gunzipSync } from 'node:zlib';
import { ClientError } from './ClientError.js';
import type { Got, Wanted } from './VendorClient.js';

/** Milliseconds in which nothing comes. */
const PATIENCE = 10_000;
/** Milliseconds after which an answer is not waited for that still comes. */
const LONGEST = 120_000;
/** Bytes of a body, be they compressed or not; more of them nobody reads. */
const LARGEST = 64 * 2 ** 20;

export type Send = (base: string, wanted: Wanted) => Promise<Got>;

/**
 * With `node:http`, as `fetch` cannot read a 407 and follows redirects by itself.
 * @param base scheme, host and port
 * @throws ClientError `unavailable` where there is no whole answer, or one without an end, `timeout` where none comes
 */
export const send: Send = (base, { method, path, headers, body }) =>
  new Promise((resolve, reject) => {
    const fail = (error: Error) =>
      reject(new ClientError('unavailable', `no whole answer: ${error.message}`));
    const { request } = base.startsWith('https:') ? https : http;
    const asking = request(
      base + path,
      {
        method,
        headers: {
          accept: 'application/json',
          'accept-encoding': 'identity',
          ...headers,
          ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
        },
        timeout: PATIENCE,
      },
      (response) => {
        const pieces: Buffer[] = [];
        let size = 0;
        response.on('data', (piece: Buffer) => {
          pieces.push(piece);
          size += piece.length;
          if (size > LARGEST) asking.destroy(new Error(`it has more than ${LARGEST} bytes`));
        });
        // Comes where the connection ends before the body does.
        response.on('error', fail);
        response.on('end', () => {
          try {
            resolve({
              status: response.statusCode as number,
              headers: flat(response.headers),
              body: textOf(Buffer.concat(pieces), response.headers['content-encoding']),
            });
          } catch (error) {
            fail(error as Error);
          }
        });
      },
    );
    const giveUp = (why: string) => {
      reject(new ClientError('timeout', why));
      asking.destroy();
    };
    asking.on('timeout', () => giveUp(`nothing came for ${PATIENCE / 1000} s`));
    const end = setTimeout(() => giveUp(`it did not end within ${LONGEST / 1000} s`), LONGEST);
    asking.on('close', () => clearTimeout(end));
    asking.on('error', fail);
    asking.end(body);
  });

function flat(headers: http.IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value].flat().at(-1) ?? '']),
  );
}

/** Some servers compress without having been asked to. */
function textOf(bytes: Buffer, encoding: string | undefined): string {
  return (encoding === 'gzip' ? gunzipSync(bytes, { maxOutputLength: LARGEST }) : bytes).toString();
}
