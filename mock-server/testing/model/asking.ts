/** A client that sends one request and takes whatever comes. */
import { type IncomingMessage, request } from 'node:http';
import { gunzipSync } from 'node:zlib';

export interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** What a client sees of an answer, if it sees one at all. */
export interface Seen {
  status: number | undefined;
  /** Parsed; undefined where it is no JSON, or did not come whole. */
  json: unknown;
}

export function asking(url: string, { method, path, headers, body }: Sent): Promise<Seen> {
  return new Promise((resolve) => {
    let status: number | undefined;
    const asked = request(url + path, { method, headers, agent: false }, (answer) => {
      status = answer.statusCode;
      const isZipped = ({ headers: got }: IncomingMessage) =>
        'accept-encoding' in headers && got['content-encoding'] === 'gzip';
      const pieces: Buffer[] = [];
      const end = (whole: boolean) =>
        resolve({ status, json: whole ? parsed(pieces, isZipped(answer)) : undefined });
      answer.on('data', (piece) => pieces.push(piece));
      answer.on('end', () => end(answer.complete)).on('error', () => end(false));
    });
    asked.on('error', () => resolve({ status, json: undefined })).end(body);
  });
}

function parsed(pieces: readonly Buffer[], zipped: boolean): unknown {
  try {
    const bytes = Buffer.concat(pieces);
    return JSON.parse((zipped ? gunzipSync(bytes) : bytes).toString());
  } catch {
    return undefined;
  }
}
