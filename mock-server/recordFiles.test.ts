import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFixture } from '../fixtures/language/readFixture.js';
import { folderOf, languages } from '../fixtures/testing/complaint.js';
import { simulated } from './testing/simulated.js';
import { vendors } from './vendors/index.js';
import { World } from './World.js';

const yaml = (profile = '{}') => `name: x
helpshift:
  profile: ${profile}
  credentials: [{ api_key: k }]
  domains: { shop: { issues: { "1": { records: { from: r.ndjson } } } } }
`;
const first =
  '{ "action_taken_at": 1754768308863, "action": "r\\u00e9solve", "to_data": [1.0, 12345678901234567890] }';
const second = '{"action_taken_at":1754768308864,"action":"add-tags","actor":null}';

async function served(profile?: string, end = '\n'): Promise<string> {
  const folder = folderOf({ 'x.yaml': yaml(profile), 'r.ndjson': first + end + second + end });
  const ask = await simulated(join(folder, 'x.yaml'));
  const { text } = await ask.get('/v2/shop/issues/1/_audit_logs?sort_order=asc').auth('k', '');
  return text;
}

describe('records from a file', () => {
  it('are served byte for byte as they stand there', async () => {
    expect(await served()).toContain(`[${first},${second}]`);
  });

  it('are served without the line ends of Windows', async () => {
    expect(await served('{}', '\r\n')).toContain(`[${first},${second}]`);
  });

  it('are written anew where a switch changes how records are written', async () => {
    expect(await served('{ time-form: iso }')).toContain(
      '"action_taken_at":"2025-08-09T19:38:28.863Z"',
    );
  });

  it('are ready, 100,000 of them, within twice what parsing them takes', () => {
    const text = Array.from({ length: 100_000 }, (_, i) =>
      JSON.stringify({
        action_taken_at: 1754768308863 + i * 1000,
        action: 'add-tags',
        actor: { name: `Dana Lowe ${i}`, email: `dana${i}@example.com`, roles: ['Agent'] },
        from_data: { tags: [], status: 'new', note: 'x'.repeat(60) },
        to_data: { tags: ['login'], status: 'open', note: 'y'.repeat(60) },
      }),
    ).join('\n');
    const folder = folderOf({ 'x.yaml': yaml(), 'r.ndjson': text });
    const file = join(folder, 'r.ndjson');
    const parse = () =>
      readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => JSON.parse(line));
    const load = () => new World(readFixture([join(folder, 'x.yaml')], languages), vendors);
    const took = (task: () => unknown) => {
      const start = performance.now();
      task();
      return performance.now() - start;
    };
    load();
    // The least of some rounds, side by side, as noise only ever adds.
    const rounds = Array.from({ length: 12 }, () => [took(parse), took(load)] as const);
    const [parsing, loading] = [0, 1].map((which) =>
      Math.min(...rounds.map((round) => round[which as 0 | 1])),
    ) as [number, number];
    expect(loading / parsing).toBeLessThan(2);
  }, 60_000);
});
