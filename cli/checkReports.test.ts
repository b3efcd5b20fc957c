import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { auditrig } from './testing/auditrig.js';

const folder = mkdtempSync(join(tmpdir(), 'auditrig-reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** An adapter that delivers one record too many, which has its credential in it. */
const leaking = `
import { createInterface } from 'node:readline';
import { writeFileSync } from 'node:fs';
const write = (message) => console.log(JSON.stringify(message));
for await (const line of createInterface({ input: process.stdin })) {
  const { type, id, base_url, target, credentials } = JSON.parse(line);
  if (type === 'bye') break;
  if (type === 'hello') {
    write({ type, protocol: 1, subject: { name: 'leaking' }, roles: ['client'], vendors: ['helpshift'], capabilities: [] });
    continue;
  }
  const { api_key } = credentials;
  writeFileSync(process.argv[2], api_key);
  const url = base_url + '/v2/' + target.domain + '/issues/' + target.issue_id + '/_audit_logs';
  const answer = await fetch(url, { headers: { authorization: 'Basic ' + btoa(api_key + ':') } });
  const { audit_logs: records } = await answer.json();
  write({ type: 'records', id, records: [...records, { key: api_key, html: '<script>alert(1)</script>' }] });
  write({ type: 'result', id, complete: true });
}
`;

describe('the reports of auditrig check', () => {
  it('are written into a folder, the page among them, and have no credential in them', async () => {
    const [script, secret, out] = ['leaking.mjs', 'secret', 'reports'].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    writeFileSync(script, leaking);
    const { code } = await auditrig(
      ...['check', 'client', 'helpshift/client/endpoint/reads', '--out', out],
      ...['--', process.execPath, resolve(script), secret],
    );
    expect(code).toBe(1);
    const written = readdirSync(out);
    expect(written).toContain('report.html');
    const key = readFileSync(secret, 'utf8');
    expect(key.length).toBeGreaterThan(5);
    for (const name of written)
      expect(readFileSync(join(out, name), 'utf8'), name).not.toContain(key);
    const page = readFileSync(join(out, 'report.html'), 'utf8');
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('are one page, where that is asked for', async () => {
    const path = join(folder, 'one.html');
    const { code, stdout } = await auditrig(
      ...['check', 'client', '*/client/endpoint/reads', '--report', `html=${path}`],
      ...['--', process.execPath, 'examples/adapters/node.js'],
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(readFileSync(path, 'utf8')).toContain('<span class="badge pass">Conformant</span>');
  });
});
