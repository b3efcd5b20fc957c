import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { start as startServing } from './testing/auditrig.js';

/** Starts `serve` and waits until it is ready. */
async function serving(...files: string[]) {
  const start = performance.now();
  const { child } = startServing([...files, '--port', '0', '--json']);
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, url: JSON.parse(line).url as string, took: performance.now() - start };
}

const huge = 'fixtures/helpshift/huge.yaml';

function asking(url: string) {
  return async (query: string) => {
    const response = await fetch(`${url}/v2/shop/issues/1001/_audit_logs?page_size=200${query}`, {
      headers: { Authorization: `Basic ${Buffer.from('hs-shelf-key:').toString('base64')}` },
    });
    return (await response.json()) as Record<string, unknown> & { audit_logs: object[] };
  };
}

/** The least milliseconds of two tasks that take turns, as noise only ever adds. */
async function leastOf(a: () => Promise<unknown>, b: () => Promise<unknown>) {
  const least: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 40; round++)
    for (const [i, task] of [a, b].entries()) {
      const start = performance.now();
      await task();
      least[i as 0 | 1] = Math.min(least[i as 0 | 1], performance.now() - start);
    }
  return least;
}

describe('serve with ten million records', () => {
  it('is ready within a second of what the default fixture takes', async () => {
    const times: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let round = 0; round < 3; round++)
      for (const [i, files] of [[], [huge]].entries()) {
        const { child, took } = await serving(...files);
        child.kill('SIGKILL');
        times[i as 0 | 1] = Math.min(times[i as 0 | 1], took);
      }
    expect(times[1] - times[0]).toBeLessThan(1000);
  });

  it.each(['', '&actions=["resolve","add-tags"]'])(
    'takes for the last page what page 1 takes (%s)',
    async (filter) => {
      const { url } = await serving(huge);
      const ask = asking(url);
      // The last but one is the last full one.
      const deep = Number((await ask(`&page=1${filter}`))['total-pages']) - 1;
      expect(deep).toBeGreaterThan(5000);
      expect((await ask(`&page=${deep}${filter}`)).audit_logs).toHaveLength(200);
      const [first, last] = await leastOf(
        () => ask(`&page=1${filter}`),
        () => ask(`&page=${deep}${filter}`),
      );
      expect(last / first).toBeLessThan(3);
    },
  );

  it.runIf(existsSync('/proc/self/status'))('stays under 150 MB while pages are read', async () => {
    const { child, url } = await serving(huge);
    const ask = asking(url);
    for (let i = 0; i < 300; i++) {
      const { audit_logs } = await ask(`&page=${1 + ((i * 7919) % 50_000)}&sort_order=asc`);
      expect(audit_logs).toHaveLength(200);
    }
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(
      readFileSync(`/proc/${child.pid}/status`, 'utf8'),
    ) as unknown as [string, string];
    expect(Number(kilobytes) / 1024).toBeLessThan(150);
  });
});
