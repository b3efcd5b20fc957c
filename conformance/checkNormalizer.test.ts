import { describe, expect, it } from 'vitest';
import { check } from './check.js';
import type { NormalizeRequest } from './reference/referenceNormalizer.js';
import { referenceNormalizer } from './reference/referenceNormalizer.js';
import { commandSubject } from './subjects/commandSubject.js';
import { functionNormalizer } from './subjects/functionNormalizer.js';
import { judgedVendors as judged } from './vendors/index.js';

const names = judged.map(({ name }) => name);
const reference = referenceNormalizer(judged);

function judge(normalize: (what: NormalizeRequest) => readonly unknown[], patterns: string[] = []) {
  const subject = functionNormalizer({ name: 'mine', vendors: names, normalize });
  return check({ played: [], judged }, { role: 'normalizer', subject, patterns });
}

describe('checking normalizers', () => {
  it('finds the reference right in every case, whatever the seed', async () => {
    const { cases, exitCode } = await judge(reference);
    expect(cases.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(exitCode).toBe(0);
  }, 120_000);

  it('asks under two time zones, and says which of them shows a mistake', async () => {
    const zones = new Set<string | undefined>();
    const { cases } = await judge(
      (what) => {
        zones.add(process.env.TZ);
        const events = reference(what);
        return process.env.TZ === 'America/St_Johns' ? [] : events;
      },
      ['motadata/normalizer/documented/*'],
    );
    expect([...zones]).toEqual(['Pacific/Kiritimati', 'America/St_Johns']);
    expect(cases[0]?.flaws?.[0]?.says).toMatch(/^only with TZ=America\/St_Johns, /);
  });

  it('leaves the time zone as it was', async () => {
    const before = process.env.TZ;
    await judge(reference, ['motadata/normalizer/documented/*']);
    expect(process.env.TZ).toBe(before);
  });

  it('tells a mistake that is made only when a trail is given once more', async () => {
    const seen = new Set<string>();
    const { cases } = await judge(
      (what) => {
        const events = reference(what);
        const isNew = !seen.has(what.bodies.join());
        seen.add(what.bodies.join());
        return isNew ? events : events.slice(1);
      },
      ['motadata/normalizer/documented/*'],
    );
    expect(cases[0]?.flaws?.[0]).toMatchObject({ reason: 'depends-on-before' });
  });

  it('does not wait for every answer of one who never answers', async () => {
    const subject = functionNormalizer({
      ...{ name: 'mute', vendors: names },
      normalize: () => new Promise<never>(() => {}),
    });
    const { counts, cases } = await check(
      { played: [], judged },
      { role: 'normalizer', subject, patterns: ['helpshift/**'], timeout: 50 },
    );
    expect(counts.failed).toBeLessThan(10);
    expect(counts.failed + counts.skipped).toBe(counts.total);
    const skipped = cases.find(({ verdict }) => verdict === 'skip');
    expect(skipped?.because).toContain('nothing came of the first 3 cases');
  });

  it('says of an answer that was taken for logging why it was', async () => {
    const script = `const say = (message) => console.log(JSON.stringify(message));
      require('readline').createInterface({ input: process.stdin }).on('line', (line) => {
        const { type, id } = JSON.parse(line);
        if (type === 'hello') say({ type, protocol: 1, subject: { name: 'mine' }, roles: ['normalizer'], vendors: ['helpshift'], capabilities: [] });
        if (type === 'normalize') say({ id, type: 'result', events: [] });
        if (type === 'bye') process.exit();
      });`;
    const subject = commandSubject({ command: [process.execPath, '-e', script] });
    const patterns = ['helpshift/normalizer/documented/*'];
    const { cases } = await check(
      { played: [], judged },
      { role: 'normalizer', subject, patterns, timeout: 500 },
    );
    expect(cases[0]?.flaws?.[0]?.says).toContain(
      'a line that does not begin with {"type": was taken for logging: {"id":',
    );
  });
});

it('only those vendors are asked about that were named', async () => {
  const subject = functionNormalizer({ name: 'mine', vendors: names, normalize: reference });
  const { cases } = await check(
    { played: [], judged },
    { role: 'normalizer', subject, vendors: ['opsramp'], patterns: ['*/normalizer/documented/*'] },
  );
  expect([...new Set(cases.map(({ vendor }) => vendor))]).toEqual(['opsramp']);
});

describe('two time zones', () => {
  const documented = 'motadata/normalizer/documented/*';

  it('show a mistake that is made in the first one only, too', async () => {
    const { cases } = await judge(
      (what) => (process.env.TZ === 'Pacific/Kiritimati' ? [] : reference(what)),
      [documented],
    );
    expect(cases[0]?.flaws?.[0]?.says).toMatch(/^only with TZ=Pacific\/Kiritimati, /);
  });

  it('are not spoken of where a mistake is made in both', async () => {
    const { cases } = await judge(() => [], [documented]);
    expect(cases[0]?.flaws?.[0]?.says).not.toContain('TZ=');
  });

  it('are each had by one of two checks at once', async () => {
    const both = await Promise.all([
      judge(reference, [documented]),
      judge(reference, ['opsramp/normalizer/documented/*', 'opsramp/normalizer/action/*']),
    ]);
    expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  });

  it('are left where the one who is told the verdicts throws', async () => {
    const before = process.env.TZ;
    const subject = functionNormalizer({ name: 'mine', vendors: names, normalize: reference });
    const tell = () => {
      throw new Error('enough');
    };
    const patterns = ['*/normalizer/action/*'];
    for (const workers of [1, 8])
      await expect(
        check({ played: [], judged }, { role: 'normalizer', subject, patterns, workers, tell }),
      ).rejects.toThrow('enough');
    expect(process.env.TZ).toBe(before);
  });
});

describe('a trail that is given once more', () => {
  const repeated = 'opsramp/normalizer/documented/*';

  it('may have its losses in another order', async () => {
    let turn = 0;
    const { cases } = await judge(
      (what) =>
        reference(what).map((event) => ({
          ...event,
          loss: turn++ % 2 === 0 ? [...event.loss].reverse() : event.loss,
        })),
      ['motadata/normalizer/documented/*'],
    );
    expect(cases.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
  });

  it('must have the same events, in what the case leaves open, too', async () => {
    let asked = 0;
    const { cases } = await judge(
      (what) => {
        asked++;
        return reference(what).map((event) => ({ ...event, message: `${asked}` }));
      },
      ['motadata/normalizer/time/zone-unknown'],
    );
    expect(cases[0]?.flaws?.[0]).toMatchObject({
      reason: 'depends-on-before',
      says: expect.stringMatching(/^given once more, \S+ is another event$/),
    });
  });

  it('may be of another shape', async () => {
    const subject = functionNormalizer({
      ...{ name: 'mine', vendors: names },
      normalize: (what) => reference(what).map(({ time, raw }) => ({ at: time.instant, raw })),
    });
    const patterns = ['*/normalizer/documented/*', '*/normalizer/identity/*'];
    const { cases } = await check(
      { played: [], judged },
      { role: 'normalizer', subject, patterns, map: { time: 'at' } },
    );
    expect(cases.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
  });

  it('is told to be slow where it is so under the second time zone only', async () => {
    let asked = 0;
    const subject = functionNormalizer({
      ...{ name: 'mine', vendors: names },
      normalize: (what) =>
        process.env.TZ === 'America/St_Johns' && asked++ === 0
          ? new Promise<never>(() => {})
          : reference(what),
    });
    const { cases } = await check(
      { played: [], judged },
      { role: 'normalizer', subject, patterns: [repeated], timeout: 500, workers: 1 },
    );
    expect(cases[0]).toMatchObject({ verdict: 'pass', slow: true });
  });

  it('is asked again alone where nothing came of it the second time', async () => {
    let asked = 0;
    const subject = functionNormalizer({
      ...{ name: 'mine', vendors: names },
      normalize: (what) => (++asked === 2 ? new Promise<never>(() => {}) : reference(what)),
    });
    const { cases } = await check(
      { played: [], judged },
      { role: 'normalizer', subject, patterns: [repeated], timeout: 500, workers: 1 },
    );
    expect(cases[0]).toMatchObject({ verdict: 'pass', slow: true });
  });

  it('says why nothing can be judged of it', async () => {
    let asked = 0;
    const { cases } = await judge(
      (what) => (++asked === 1 ? reference(what) : (undefined as never)),
      [repeated],
    );
    expect(cases[0]?.flaws?.[0]).toMatchObject({
      reason: 'no-json',
      says: 'with its records in another order, what it returned is no list that JSON can say',
    });
  });
});

it('events of another shape need no form where an error may be right', async () => {
  const subject = functionNormalizer({
    ...{ name: 'mine', vendors: names },
    normalize: ({ context: { target_id }, bodies }) =>
      bodies.flatMap((body) => JSON.parse(body) as object[]).map(() => ({ target_id })),
  });
  const patterns = ['motadata/normalizer/bodies/deeper'];
  const { cases } = await check(
    { played: [], judged },
    { role: 'normalizer', subject, patterns, map: { target: 'target_id' } },
  );
  expect(cases[0]?.verdict).toBe('pass');
});
