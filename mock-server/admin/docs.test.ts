import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { administered, TOKEN } from '../testing/administered.js';
import { adminEndpoints } from './adminEndpoints.js';

const run = promisify(execFile);

/** Each curl line, with the answer that stands below it, if one does. */
const steps = [
  ...readFileSync('docs/admin.md', 'utf8').matchAll(/```sh\n(.*?)```(?:\n\n```json\n(.*?)```)?/gs),
].flatMap(([, lines = '', answer]) => {
  const all = lines.trim().split('\n');
  return all.map((line, i) => ({ line, answer: i === all.length - 1 ? answer : undefined }));
});

/** What is another with each run. */
const VARIES = new Set(['id', 'opened', 'expires', 'realTime', 'api_key', 'version']);

/** A text as JSON, without what varies. */
const steady = (text: string) =>
  JSON.parse(text, (key, value) => {
    if (key === 'headers') return value.map(([name]: [string]) => name);
    if (value?.running === true) return { ...value, now: 'running' };
    return VARIES.has(key) && value !== null ? key : value;
  });

describe('docs/admin.md', () => {
  it('has a line for every endpoint', () => {
    const shown = steps.map(({ line }) => {
      const [, named] = / -X (\w+)/.exec(line) ?? [];
      const method = named?.toLowerCase() ?? (line.includes(' -d ') ? 'post' : 'get');
      const [, path = ''] = /:4011([^\s?]*)\S*$/.exec(line) ?? [];
      return `${method} ${path.replaceAll("'", '').replace('$SESSION', ':id')}`;
    });
    expect(shown).toEqual(
      expect.arrayContaining(adminEndpoints.map(({ method, path }) => `${method} ${path}`)),
    );
  });

  it('has lines that answer as they say when pasted, one after the other', async () => {
    const { simulator, admin } = await administered();
    const ports = (text: string) =>
      text
        .replaceAll('http://127.0.0.1:4010', simulator.url)
        .replaceAll('http://127.0.0.1:4011', admin.url);
    const env: Record<string, string | undefined> = { ...process.env, TOKEN };
    for (const { line, answer } of steps) {
      const { stdout } = await run(
        'sh',
        ['-c', ports(line.replace('curl -s', answer === undefined ? 'curl -sSf' : 'curl -sS'))],
        {
          env,
        },
      );
      if (answer !== undefined) expect(steady(stdout), line).toEqual(steady(ports(answer)));
      const { id, vendors } = answer === undefined ? ({} as never) : JSON.parse(stdout);
      if (id !== undefined) [env.SESSION, env.KEY] = [id, vendors.helpshift.credentials[0].api_key];
    }
  });
});
