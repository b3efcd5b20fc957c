import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { send } from './send.js';

async function served(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const ask = (url: string) => send(url, { method: 'GET', path: '/', headers: {} });

afterEach(() => {
  vi.useRealTimers();
});

describe('a request', () => {
  it('is given up where its answer has no end', async () => {
    const url = await served((_, response) => {
      const piece = Buffer.alloc(2 ** 20, ' ');
      const more = () => {
        while (!response.destroyed && response.write(piece));
      };
      response.on('drain', more);
      more();
    });
    await expect(ask(url)).rejects.toThrow('it has more than 67108864 bytes');
  });

  it('is given up where its answer comes too slowly to end', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const url = await served((_, response) => {
      response.write(' ');
      vi.advanceTimersByTime(120_000);
    });
    await expect(ask(url)).rejects.toMatchObject({
      code: 'timeout',
      message: 'it did not end within 120 s',
    });
  });

  it('does not unpack what is far larger than it came', async () => {
    const bomb = gzipSync(Buffer.alloc(65 * 2 ** 20));
    const url = await served((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    await expect(ask(url)).rejects.toThrow(/no whole answer: .*larger than 67108864 bytes/);
  });
});
