import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { checkServer } from './checkServer.js';
import { judgedVendors } from './vendors/index.js';

/** All that is sent where nothing is said but what is asked. @param behind what stands behind its URL */
async function sent(behind = '') {
  const all: { url: URL; time: number }[] = [];
  const server = createServer(({ url = '' }, response) => {
    all.push({ url: new URL(url, 'http://x'), time: performance.now() });
    response.writeHead(404).end();
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await checkServer(judgedVendors, {
    ...{ role: 'server', vendor: 'helpshift', url: `http://127.0.0.1:${port}${behind}` },
    account: { credential: { api_key: 'k' }, ticket: { domain: 'acme', issue_id: '1' } },
    patterns: ['helpshift/server/endpoint/knows-the-key'],
  });
  return all;
}

it('a server is asked as often as its vendor says, if not told otherwise, and for what is ten minutes old', async () => {
  const now = Date.now();
  const all = await sent();
  const gaps = all.slice(1).map(({ time }, i) => time - (all[i]?.time ?? 0));
  expect(gaps.length).toBeGreaterThan(0);
  // 150 a minute are one in 400 ms; the way takes a while, which is not the same each time.
  expect(Math.max(...gaps)).toBeGreaterThan(300);
  const until = Number(all[0]?.url.searchParams.get('until'));
  expect(until).toBeGreaterThan(now - 11 * 60_000);
  expect(until).toBeLessThanOrEqual(Date.now() - 10 * 60_000);
});

it('a server is asked at its own paths where its URL ends with a slash', async () => {
  const [first] = await sent('/api/');
  expect(first?.url.pathname).toBe('/api/v2/acme/issues/1/_audit_logs');
});
