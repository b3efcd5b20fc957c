import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { vendors as played } from '../../mock-server/vendors/index.js';
import { check } from '../check.js';
import type { Report } from '../report/Report.js';
import { judgedVendors } from '../vendors/index.js';
import { commandSubject, type SubjectCommand } from './commandSubject.js';

const victim = 'motadata';
/** Of an order in which the victim comes first. */
const SEED = 2;

/** The most basic case of each vendor, asked of a subject that does one thing wrong with one of them. */
async function judged(deed: string, options: Partial<SubjectCommand> = {}): Promise<Report> {
  const command = [process.execPath, 'conformance/testing/hostile.mjs', deed, victim];
  return check(
    { played, judged: judgedVendors },
    {
      ...{
        role: 'client',
        patterns: ['*/client/endpoint/reads'],
        workers: 1,
        timeout: 1500,
        seed: SEED,
      },
      subject: commandSubject({ command, startTimeout: 10_000, ...options }),
    },
  );
}

const flawOf = (report: Report, vendor = victim) =>
  report.cases.find((one) => one.vendor === vendor)?.flaws?.[0];

describe.concurrent('a subject', () => {
  it.each([
    ['silent', 'no-reply', /^nothing came from it, and nothing was asked by it, for 1.5 s$/],
    [
      'crashes-in-the-middle',
      'crashed',
      /^it ended with exit code 7; the end of its stderr: out of cheese$/,
    ],
    ['garbage', 'no-reply', /^nothing came/],
    ['no-json', 'no-json', /^expected a line of JSON, found one that is none/],
    ['half-line', 'crashed', /^it ended with exit code 0/],
    ['wrong-id', 'wrong-id', /^it answered "another", which was not asked$/],
    ['wrong-message', 'wrong-message', /^result\.complete: expected true, found "yes"/],
    [
      'unknown-type',
      'wrong-message',
      /^no message is of type "resullt"; did you mean result\?: \{/,
    ],
    ['hello-again', 'wrong-message', /^it said hello again$/],
    ['oversized-line', 'line-too-long', /^a line has more than 8388608 bytes/],
    ['floods-stdout', 'noise', /^stdout is flooded by lines that are not the protocol/],
    ['floods-stderr', 'no-reply', /^nothing came/],
    ['leaves-a-child', 'crashed', /^it ended with exit code 3/],
    ['ignores-sigterm', 'no-reply', /^nothing came/],
    ['floods-records', 'endless', /^it delivered more than 1000000 records/],
    ['nests-deeply', 'wrong-message', /^records is nested too deeply/],
    ['sleeps-unasked', 'wrong-message', /^sleep is for who claims virtual-clock$/],
    ['asks-for-ever', 'endless', /^it asked \d+ times, where 3000 are far too many/],
  ])('that is %s fails with %s, and the other cases are judged', async (deed, reason, says) => {
    const report = await judged(deed);
    expect(flawOf(report)).toMatchObject({ reason, says: expect.stringMatching(says) });
    expect(report.counts).toEqual({
      passed: 2,
      failed: 1,
      known: 0,
      errors: 0,
      skipped: 0,
      total: 3,
    });
  });

  it.each(['leaves-a-child', 'ignores-sigterm'])('that %s leaves nobody behind', async (deed) => {
    const [, pid] = /pid (\d+)/.exec(flawOf(await judged(deed))?.says ?? '') ?? [];
    const stat = `/proc/${pid ?? 'unknown'}/stat`;
    // What has ended may still be listed, as a zombie.
    const state = () => (existsSync(stat) ? readFileSync(stat, 'utf8').split(') ')[1]?.[0] : 'Z');
    expect(pid).toBeDefined();
    await vi.waitFor(() => expect(state()).toBe('Z'));
  });

  it('that answers a request twice fails with it, and the other cases are judged', async () => {
    const report = await judged('replies-twice');
    const failed = report.cases.filter(({ verdict }) => verdict === 'fail');
    expect(failed.flatMap(({ flaws = [] }) => flaws.map(({ reason }) => reason))).toEqual(
      failed.map(() => 'replied-twice'),
    );
    expect(report.counts.passed).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ['crashes-at-start', 'crashed', /Error: no configuration/],
    ['says-nothing', 'did-not-start', /^it did not say hello within 1 s$/],
  ])('that %s fails every case', async (deed, reason, says) => {
    const report = await judged(deed, { startTimeout: 1000 });
    for (const { flaws } of report.cases)
      expect(flaws?.[0]).toMatchObject({ reason, says: expect.stringMatching(says) });
    expect(report.exitCode).toBe(1);
  });

  it('that is no program fails with did-not-start', async () => {
    const report = await judged('', { command: ['no-such-program'] });
    expect(flawOf(report)).toMatchObject({
      reason: 'did-not-start',
      says: 'there is no program "no-such-program"',
    });
  });

  /** Says hello, and nothing else. */
  const saying = (hello: object) => {
    const line = JSON.stringify({
      ...{ type: 'hello', protocol: 1, subject: { name: 'x' }, roles: ['client'] },
      ...{ vendors: ['motadata'], capabilities: [], ...hello },
    });
    return { command: ['sh', '-c', `read line; echo '${line}'; cat > /dev/null`] };
  };

  it.each([
    [{ protocol: 2 }, 'hello.protocol: expected 1, found 2: {'],
    [
      { vendors: ['opsramp', 'motdata'] },
      'hello.vendors[1]: expected the name of a vendor, found "motdata"; did you mean motadata?: {',
    ],
    [{ roles: ['cleint'] }, 'found "cleint"; did you mean client?: {'],
    [{ capabilities: ['retries'] }, 'found "retries"; did you mean retry?: {'],
    [{ takes: ['api-key'] }, 'found "api-key"; did you mean api_key?: {'],
  ])('that says %j of itself is told what is wrong', async (hello, says) => {
    await expect(commandSubject(saying(hello)).open()).rejects.toThrow(says);
  });

  it('may know vendors that we do not', async () => {
    const { introduction, close } = await commandSubject(saying({ vendors: ['zephyr'] })).open();
    expect(introduction.vendors).toEqual(['zephyr']);
    await close();
  });

  it('is not given a credential that it does not take', async () => {
    const { cases } = await check(
      { played, judged: judgedVendors },
      {
        ...{ role: 'client', patterns: ['motadata/client/credentials/token'] },
        subject: commandSubject(saying({ takes: ['api_key'] })),
      },
    );
    expect(cases).toMatchObject([{ verdict: 'skip', because: 'it takes api_key, and not token' }]);
  });

  it('may log to stdout', async () => {
    expect((await judged('noisy')).conformant).toBe(true);
  });

  it('may not log to stdout where that is told', async () => {
    const report = await judged('noisy', { strictStdout: true });
    expect(flawOf(report)).toMatchObject({
      reason: 'noise',
      says: "stdout has a line that is not the protocol's: reading …",
    });
    expect(report.counts).toMatchObject({ passed: 2, failed: 1 });
  });
});
