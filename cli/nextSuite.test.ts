import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bin, run } from './testing/auditrig.js';

/** The package as it will be: with the next version of the suite, in which a case is new and one is renamed. */
const next = mkdtempSync(join(tmpdir(), 'auditrig-next-'));
afterAll(() => rmSync(next, { recursive: true }));

function edit(path: string, from: string | RegExp, to: string): void {
  writeFileSync(join(next, path), readFileSync(join(next, path), 'utf8').replace(from, to));
}

beforeAll(() => {
  for (const part of ['dist', 'specs', 'fixtures', 'conformance', 'package.json'])
    cpSync(part, join(next, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(next, 'node_modules'));
  writeFileSync(join(next, 'specs/conformance/suite.yaml'), 'version: "1.1"\n');
  const folder = 'conformance/vendors/helpshift/client';
  // A few cases will do, as all of them are asked where a baseline is renewed.
  for (const name of readdirSync(folder))
    if (!/^(pages|endpoint)/.test(name)) rmSync(join(next, folder, name));
  for (const name of readdirSync(join(next, folder)))
    edit(`${folder}/${name}`, /pages\/every-page/g, 'pages/each-page');
  edit(`${folder}/pages.yaml`, 'id: every-page', 'id: each-page\n    formerly: [pages/every-page]');
  edit(`${folder}/pages.yaml`, 'id: single', 'id: single\n    since: "1.1"');
});

async function auditrig(...args: string[]) {
  try {
    const { stdout, stderr } = await run(process.execPath, [join(next, bin), ...args]);
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

const now = 'helpshift/client/pages/each-page';
const was = 'helpshift/client/pages/every-page';
const changeable = (state: string) => {
  const path = join(next, `state-${state}`);
  writeFileSync(path, state);
  return ['--', process.execPath, resolve('cli/testing/changeable.mjs'), path];
};

describe.concurrent('in the next version of the suite', { timeout: 120_000 }, () => {
  it('a case that is new does not fail a build yet, and all reports say so and name the version', async () => {
    const single = 'helpshift/client/pages/single';
    const subject = ['--once', '--vendor', 'helpshift', '--', 'true'];
    const { code, stdout, stderr } = await auditrig(
      'check',
      'client',
      single,
      '--seed',
      '1',
      ...subject,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^client true, suite 1\.1, seed 1\n/);
    expect(stdout).toContain(`FAIL ${single} (new: should, and must from suite 1.2 on): crashed\n`);
    const strict = await auditrig('check', 'client', single, '--strict', ...subject);
    expect(strict.code).toBe(1);
    expect(strict.stdout).toContain(`FAIL ${single}: crashed\n`);
  });

  it('a case that was renamed is found by its former id, which is told', async () => {
    const { code, stdout } = await auditrig('check', 'client', was, ...changeable('right'));
    expect(code).toBe(0);
    expect(stdout).toContain(`\n${was} is now called ${now}\n\n1 passed`);
    const listed = await auditrig('list', 'cases', was);
    expect(listed.stdout).toMatch(new RegExp(`^${now} `));
    expect(listed.stderr).toBe(`note: ${was} is now called ${now}\n`);
    expect((await auditrig('explain', was)).stdout).toMatch(new RegExp(`^case ${now} `));
  });

  it('a baseline may name it so, and is told the name that it has now', async () => {
    const known = join(next, 'known.yaml');
    const entry = (id: string) =>
      `- case: ${id}\n  reason: missing-records\n  issue: https://example.com/1\n`;
    writeFileSync(known, entry(was));
    const wrong = changeable('wrong');
    const { code, stdout } = await auditrig('check', 'client', now, '--baseline', known, ...wrong);
    expect(code).toBe(0);
    expect(stdout).toContain(
      `\nin ${known}, ${was} is now called ${now}; --update-baseline writes it so\n`,
    );

    writeFileSync(known, entry(was) + entry(now));
    const twice = await auditrig('check', 'client', now, '--baseline', known, ...wrong);
    expect(twice.code).toBe(1);
    expect(twice.stdout).toContain(`    stands twice, first at ${known}:1:3; delete one of them\n`);

    writeFileSync(known, entry(was));
    const update = ['--baseline', known, '--update-baseline', '--issue', 'https://example.com/2'];
    expect((await auditrig('check', 'client', ...update, ...wrong)).code).toBe(0);
    expect(readFileSync(known, 'utf8')).toContain(entry(now));
    expect(readFileSync(known, 'utf8')).not.toContain(was);
  });
});
