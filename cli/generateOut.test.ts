import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { auditrig, bin, generating, run } from './testing/auditrig.js';

const whole = mkdtempSync(join(tmpdir(), 'auditrig-'));
afterAll(() => rmSync(whole, { recursive: true }));

/** A folder of a test's own. */
const own = () => mkdtempSync(join(whole, 'own-'));
const write = (out: string, ...more: string[]) =>
  auditrig(
    ...['generate', 'helpshift', '--records', '3', '--format', 'ndjson', '--out', out],
    ...more,
  );
const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1;

/** When something changes there. */
function changed(path: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(path, () => {
      watcher.close();
      resolve();
    });
  });
}

const endings = [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;

describe.concurrent('auditrig generate --out', () => {
  it('follows a link, and leaves it one', async () => {
    const folder = own();
    const [link, target] = [join(folder, 'link.ndjson'), join(folder, 'target.ndjson')];
    symlinkSync('target.ndjson', link);
    expect((await write(link)).code).toBe(0);
    expect([lstatSync(link).isSymbolicLink(), linesOf(target)]).toEqual([true, 3]);
    writeFileSync(target, 'old');
    expect((await write(link)).code).toBe(0);
    expect([lstatSync(link).isSymbolicLink(), linesOf(target)]).toEqual([true, 3]);
    expect(readdirSync(folder).toSorted()).toEqual(['link.ndjson', 'target.ndjson']);
  });

  it('leaves who may read a file as it was', async () => {
    const file = join(own(), 'private.ndjson');
    writeFileSync(file, 'old');
    chmodSync(file, 0o600);
    await write(file);
    expect([statSync(file).mode & 0o777, linesOf(file)]).toEqual([0o600, 3]);
  });

  it('refuses what is no file, and leaves it', async () => {
    const folder = own();
    const path = (name: string) => join(folder, name);
    await run('mkfifo', [path('pipe')]);
    mkdirSync(path('folder'));
    symlinkSync('circle', path('circle'));
    writeFileSync(path('kept'), 'kept');
    chmodSync(path('kept'), 0o444);
    const messages = {
      pipe: 'expected a file, found a pipe',
      folder: 'expected a file, found a folder',
      'none/': 'expected a file, found a folder',
      'kept/x': 'expected a folder that exists, found none',
      circle: 'expected a file, found links that lead in a circle',
      kept: 'may not be written',
    };
    for (const [name, message] of Object.entries(messages)) {
      const { code, stderr } = await write(path(name));
      expect([code, stderr]).toEqual([2, `error: --out ${path(name)}: ${message}\n`]);
    }
    expect(statSync(path('pipe')).isFIFO()).toBe(true);
    expect(readFileSync(path('kept'), 'utf8')).toBe('kept');
    expect(readdirSync(folder)).toHaveLength(4);
  });

  it('prints to standard output where that is what it names', async () => {
    const file = join(own(), 'log');
    writeFileSync(file, 'before\n');
    const generate = `'${process.execPath}' ${bin} generate helpshift --records 3 --format ndjson --out`;
    // A link of its own, which a mistake of ours would replace.
    const link = `${file}.stdout`;
    symlinkSync('/proc/self/fd/1', link);
    await run('sh', ['-c', `${generate} '${link}' >> '${file}'`]);
    expect(linesOf(file)).toBe(4);
    expect((await run('sh', ['-c', `${generate} '${link}' | wc -l`])).stdout.trim()).toBe('3');
    expect((await write('-')).stdout.split('\n')).toHaveLength(4);
    expect(existsSync('-')).toBe(false);
  });

  it('takes an empty folder for several tickets, and refuses one with something in it', async () => {
    const folder = join(own(), 'empty');
    mkdirSync(folder);
    const { ino } = statSync(folder);
    expect((await write(folder, '--tickets', '2')).code).toBe(0);
    expect(readdirSync(folder).toSorted()).toEqual(['1001.ndjson', '1002.ndjson', 'fixture.yaml']);
    expect(statSync(folder).ino).toBe(ino);
    expect((await write(folder, '--tickets', '2')).stderr).toBe(
      `error: --out: expected a new or empty folder for the files of 2 tickets, found '${folder}', which is not empty\n`,
    );
    expect((await write(bin, '--tickets', '2')).stderr).toContain('which is none');
  });
});

// One after the other, as each takes all of a processor until it ends.
describe('auditrig generate that is interrupted', () => {
  for (const [signal, code] of endings)
    it(`leaves no file by ${signal}, and one that was there as it was`, async () => {
      const folder = own();
      const file = join(folder, 'big.ndjson');
      writeFileSync(file, 'before');
      const begun = changed(folder);
      const { child, exit } = generating(
        ['helpshift', '--records', '1000000', '--out', file],
        openSync(join(whole, 'out'), 'w'),
      );
      await begun;
      expect(readdirSync(folder)).toHaveLength(2);
      child.kill(signal);
      expect(await exit).toBe(code);
      expect(readdirSync(folder)).toEqual(['big.ndjson']);
      expect(readFileSync(file, 'utf8')).toBe('before');
    });

  for (const [signal, code] of endings)
    it(`ends by ${signal} where standard output is a file, too`, async () => {
      const file = join(own(), 'big.ndjson');
      const out = openSync(file, 'w');
      const begun = changed(file);
      const { child, exit } = generating(
        ['helpshift', '--records', '1000000', '--format', 'ndjson'],
        out,
      );
      await begun;
      child.kill(signal);
      expect(await exit).toBe(code);
      expect(linesOf(file)).toBeLessThan(900_000);
    });
});
