import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { administered, TOKEN } from '../testing/administered.js';
import { smallFixture } from '../testing/smallFixture.js';

const { simulator, admin } = await administered(smallFixture);

const sockets: Socket[] = [];
const hangUp = () => {
  for (const socket of sockets.splice(0)) socket.destroy();
};
afterAll(hangUp);

/** Opens a connection, and says something on it. */
function said(url: string, words: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(words, () => resolve(socket)),
    );
    socket.on('error', reject);
    sockets.push(socket);
  });
}

const asks = {
  vendor: async () => {
    const headers = { authorization: 'Bearer small-key' };
    return (await fetch(`${simulator.url}/v2/shop/issues/1/_audit_logs`, { headers })).status;
  },
  admin: async () => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    return (await fetch(`${admin.url}/sessions`, { headers })).status;
  },
};
const ports = [
  { burdened: 'vendor', url: simulator.url, other: asks.admin, same: asks.vendor },
  { burdened: 'admin', url: admin.url, other: asks.vendor, same: asks.admin },
] as const;

for (const { burdened, url, other, same } of ports)
  describe(`while the ${burdened} port is burdened, the other answers`, () => {
    const begin = (path: string, more: string) =>
      `POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${TOKEN}\r\n` +
      `Content-Type: application/json\r\n${more}\r\n`;

    it('with a thousand open connections, half of which have begun to ask', async () => {
      const words = Array.from({ length: 1000 }, (_, i) => (i % 2 ? 'GET / HTTP/1.1\r\nHo' : ''));
      await Promise.all(words.map((word) => said(url, word)));
      expect([await other(), await same()]).toEqual([200, 200]);
      hangUp();
    });

    it('with a hundred bodies that never end', async () => {
      const slow = begin('/sessions', 'Content-Length: 1000000\r\n');
      await Promise.all(Array.from({ length: 100 }, () => said(url, `${slow}{"fixture":`)));
      expect([await other(), await same()]).toEqual([200, 200]);
      hangUp();
    });

    it('with a body of 10 MB', async () => {
      const chunk = 'x'.repeat(1024 * 1024);
      const socket = await said(url, begin('/sessions', 'Transfer-Encoding: chunked\r\n'));
      for (let i = 0; i < 10; i++) {
        socket.write(`100000\r\n${chunk}\r\n`);
        expect(await other()).toBe(200);
      }
      hangUp();
    });
  });

describe('a session that ends while a body is on its way', () => {
  it('is not acted on', async () => {
    const session = await simulator.sessions.open();
    const socket = await said(
      admin.url,
      `POST /sessions/${session.id}/clock HTTP/1.1\r\nHost: x\r\nConnection: close\r\n` +
        `Authorization: Bearer ${TOKEN}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 18\r\nExpect: 100-continue\r\n\r\n',
    );
    // That it is to go on, it is told once the session has been looked for.
    await once(socket, 'data');
    await session.close();
    socket.write('{"advance":"PT1H"}');
    let answer = '';
    for await (const data of socket) answer += data;
    expect(answer).toMatch(/^HTTP\/1\.1 404 [\s\S]*there is no session/);
  });
});

describe('a body of 10 MB that says so', () => {
  it('is refused before it is sent', async () => {
    const socket = await said(
      admin.url,
      `POST /sessions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${TOKEN}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 10000000\r\n\r\n{',
    );
    let answer = '';
    for await (const data of socket) answer += data;
    expect(answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*Connection: close/);
  });
});
