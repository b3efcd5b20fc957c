/** A client that keeps every byte of its answers, and asks in several ways. */
import { connect, type Socket } from 'node:net';

export interface RawRequest {
  method: string;
  /** Path and query. */
  target: string;
  headers: Readonly<Record<string, string>>;
  body?: string | undefined;
}

/**
 * Whether each request has a connection of its own, one after the other or all at once, or all
 * share one, on which each is sent when the one before is answered or all are sent at once.
 */
export const manners = ['alone', 'at once', 'kept alive', 'pipelined'] as const;
export type Manner = (typeof manners)[number];

/**
 * Bytes as Latin-1; of what is told of the connection, which is the client's choice, nothing.
 * @param between done after each is sent, where all share a connection and none waits
 *   for an answer; then nothing is read before all are sent
 */
export async function rawAnswers(
  url: string,
  requests: readonly RawRequest[],
  manner: Manner,
  between?: () => Promise<unknown>,
): Promise<string[]> {
  if (manner === 'at once')
    return Promise.all(requests.map((one) => alone(url, one))).then((all) => all.map(stripped));
  const answers: string[] = [];
  if (manner === 'alone') for (const one of requests) answers.push(await alone(url, one));
  else if (requests.length > 0)
    answers.push(...(await shared(url, requests, manner === 'pipelined', between)));
  return answers.map(stripped);
}

/** Whatever comes until the connection ends, however it does. */
function alone(url: string, request: RawRequest): Promise<string> {
  return new Promise((resolve) => {
    const socket = opened(url);
    let text = '';
    socket.on('data', (some) => {
      text += some;
    });
    socket.on('close', () => resolve(text)).on('error', () => {});
    socket.write(written(request, 'close'));
  });
}

/** Answers of one connection, in the order in which they come. */
function shared(
  url: string,
  requests: readonly RawRequest[],
  pipelined: boolean,
  between?: () => Promise<unknown>,
): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const socket = opened(url);
    const answers: string[] = [];
    const texts = requests.map((one, i) =>
      written(one, i === requests.length - 1 ? 'close' : 'keep-alive'),
    );
    let text = '';
    socket.on('data', (some) => {
      text += some;
      for (;;) {
        const request = requests[answers.length];
        const end = request && endOf(text, request.method);
        if (end === undefined) return;
        answers.push(text.slice(0, end));
        text = text.slice(end);
        if (!pipelined) socket.write(texts[answers.length] ?? '');
      }
    });
    socket.on('close', () => resolve([...answers, ...(text === '' ? [] : [text])]));
    socket.on('error', reject);
    if (pipelined && between) unread(socket, texts, between).catch(reject);
    else socket.write(pipelined ? texts.join('') : (texts[0] as string));
  });
}

/** Sends all, and only then begins to read. */
async function unread(
  socket: Socket,
  texts: readonly string[],
  between: () => Promise<unknown>,
): Promise<void> {
  socket.pause();
  for (const text of texts) {
    socket.write(text);
    await between();
  }
  socket.resume();
}

function opened(url: string): Socket {
  const { hostname, port } = new URL(url);
  return connect(Number(port), hostname).setEncoding('latin1');
}

/** The host is the same wherever it is sent, as some answers repeat it. */
function written({ method, target, headers, body }: RawRequest, connection: string): string {
  const lines = Object.entries({
    ...{ Host: '127.0.0.1', Connection: connection },
    ...headers,
    ...(body !== undefined && { 'Content-Length': Buffer.byteLength(body) }),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`;
}

/** Where the first answer ends; undefined where it is not whole yet. */
function endOf(text: string, method: string): number | undefined {
  const head = text.indexOf('\r\n\r\n');
  if (head === -1) return undefined;
  const length = /\r\ncontent-length: (\d+)\r\n/i.exec(text.slice(0, head + 2))?.[1];
  const start = head + 4;
  if (length !== undefined) {
    const end = start + (method === 'HEAD' ? 0 : Number(length));
    return text.length < end ? undefined : end;
  }
  if (method === 'HEAD') return start;
  const last = text.indexOf('0\r\n\r\n', start);
  return last === -1 ? undefined : last + 5;
}

function stripped(answer: string): string {
  const end = answer.indexOf('\r\n\r\n') + 2;
  const head = answer.slice(0, end).replaceAll(/^(connection|keep-alive): .*\r\n/gim, '');
  return head + answer.slice(end);
}
