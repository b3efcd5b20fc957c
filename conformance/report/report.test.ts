import { describe, expect, it } from 'vitest';
import type { Rule } from '../../specs/rules.js';
import type { Flaw } from '../judge/Verdict.js';
import { fails, flaw, judged, toyReport as report } from '../testing/toyReport.js';
import { junitReport } from './junitReport.js';
import { markdownReport } from './markdownReport.js';
import { ndjsonReport } from './ndjsonReport.js';
import type { JudgedCase } from './Report.js';
import { summarize } from './summarize.js';
import { textReport } from './textReport.js';

const rerun = (id: string) => `again ${id}`;

describe('a report', () => {
  it('puts failures of one cause together, and shows the most basic of them', () => {
    const text = textReport(
      report(
        judged('deep', { ...fails(flaw('a', { cause: 'one' })), level: 3 }),
        judged('better', { ...fails(flaw('b', { cause: 'one' })), strength: 'should' }),
        judged('basic', fails(flaw('c', { cause: 'one' }))),
        judged('other', fails(flaw('d', { cause: 'two' }))),
        judged('elsewhere', { ...fails(flaw('e', { cause: 'one' })), vendor: 'game' }),
      ),
      rerun,
    );
    expect(text.match(/^FAIL .*$/gm)).toEqual([
      'FAIL toy/client/basic: missing-records',
      'FAIL toy/client/other: missing-records',
      'FAIL toy/client/elsewhere: missing-records',
    ]);
    expect(text).toContain(
      '  the same  toy/client/better (should): b\n            toy/client/deep: a\n',
    );
  });

  it('cites five rules at most, and says where the others are', () => {
    const rule = { says: 'Pages are read.', basis: 'ours', level: 'must' } as const;
    const rules = Array.from({ length: 7 }, (_, i) => ({ ...rule, id: `toy/${i}` }));
    const told = report(judged('one', { ...fails(flaw('a')), rules }));
    const text = textReport(told, rerun);
    expect(text.match(/^ {2}rule/gm)).toHaveLength(5);
    expect(text).toContain(
      '            and 2 more rules; auditrig explain toy/client/one has them all\n',
    );
    expect(markdownReport(told, rerun)).toContain('`toy/4` and 2 more |');
    expect(junitReport(told, rerun)).toContain('toy/6: Pages are read.');
  });

  it('names five of those that failed alike, says what is other of them, and counts the rest', () => {
    const cases = Array.from({ length: 8 }, (_, i) =>
      judged(
        `${i}`,
        fails(flaw(i < 3 ? 'lost' : `lost ${i} ${'🦊'.repeat(i * 50)}`, { cause: 'one' })),
      ),
    );
    expect(textReport(report(...cases), rerun)).toContain(`
  the same  toy/client/1
            toy/client/2
            toy/client/3: lost 3 ${'🦊'.repeat(113)}…
            toy/client/4: lost 4 ${'🦊'.repeat(113)}…
            toy/client/5: lost 5 ${'🦊'.repeat(113)}…
            and 2 more; --report junit has each
`);
  });

  it('begins with the subject, and with the suite and the seed by which it can be asked again', () => {
    expect(textReport(report(judged('one')), rerun)).toBe(
      'client reader, suite 1.0, seed 1\n\n1 passed, 0 failed, 0 errors, 0 skipped, of 1',
    );
    expect(JSON.parse(ndjsonReport(report(judged('one'))).split('\n')[0] as string)).toMatchObject({
      suite: '1.0',
    });
    expect(junitReport(report(judged('one')), rerun)).toContain(
      '<property name="suite" value="1.0"/>',
    );
  });

  it('says of what is new that it must hold later, and does not fail yet', () => {
    const young = judged('one', { ...fails(flaw('a')), strength: 'should', mustFrom: '1.2' });
    const told = report(young);
    expect(told.exitCode).toBe(0);
    expect(textReport(told, rerun)).toContain(
      'FAIL toy/client/one (new: should, and must from suite 1.2 on): missing-records\n',
    );
    expect(junitReport(told, rerun)).toContain(
      '<skipped message="known: should, and must from suite 1.2 on: missing-records: a">',
    );
    expect(markdownReport(told, rerun)).toContain(
      '| `toy/client/one` (new: should, and must from suite 1.2 on) | a |',
    );
  });

  it('tells names that cases had before', () => {
    const renamed = [{ was: 'toy/client/old', now: 'toy/client/one' }];
    expect(textReport({ ...report(judged('one')), renamed }, rerun)).toContain(
      '\ntoy/client/old is now called toy/client/one\n\n',
    );
  });

  it('cites rules for what was done wrong, and none for an answer that did not come', () => {
    const rule = { id: 'toy/page', says: 'Pages are read.', basis: 'ours', level: 'must' } as const;
    const text = (reason: Flaw['reason'], more: Partial<Rule> = {}) => {
      const rules = [{ ...rule, ...more }];
      return textReport(report(judged('one', { ...fails(flaw('a', { reason })), rules })), rerun);
    };
    expect(text('missing-records')).toContain('  rule      toy/page: Pages are read.\n');
    expect(text('missing-records', { at: 'Page 2' })).toContain('Pages are read. (Page 2)\n');
    expect(text('missing-records', { basis: 'silence' })).toContain('are read. (no page says)\n');
    expect(text('no-reply')).not.toContain('toy/page');
  });

  it('shows the request that a flaw names, or else the first', () => {
    const exchange = ['1  GET /a  200', '2  GET /b  200', '21  GET /c  200'];
    const shown = (request?: number) =>
      textReport(
        report(
          judged('one', {
            ...fails(flaw('a', request === undefined ? {} : { request })),
            exchange,
          }),
        ),
        rerun,
      );
    expect(shown(2)).toContain('  request   2  GET /b  200\n');
    expect(shown(9)).toContain('  request   1  GET /a  200\n');
    expect(shown()).toContain('  request   1  GET /a  200\n');
  });

  it('is not conformant where something could not be judged, and worse where something fails', () => {
    const error = judged('error', { verdict: 'error', because: 'of us' });
    const should = judged('should', { ...fails(flaw('a')), strength: 'should' });
    const code = (...cases: JudgedCase[]) => summarize(cases).exitCode;
    expect(code(judged('pass'))).toBe(0);
    expect(code(judged('pass'), should)).toBe(0);
    expect(code(judged('pass'), error)).toBe(3);
    expect(code(judged('skip', { verdict: 'skip', because: 'so' }))).toBe(3);
    expect(code(error, judged('fail', fails(flaw('a'))))).toBe(1);
  });

  it.each([
    [
      [false, true],
      '2 failed, 0 errors, 0 skipped, of 3 (1 of those that failed only should hold)',
    ],
    [[true, true], '2 failed, 0 errors, 0 skipped, of 3 (what failed only should hold)'],
    [[false, false], '2 failed, 0 errors, 0 skipped, of 3'],
  ])('says in its last line whether what failed was needed: %j', (onlyShould, line) => {
    const failed = onlyShould.map((should, i) =>
      judged(`${i}`, { ...fails(flaw('a')), strength: should ? 'should' : 'must' }),
    );
    const text = textReport(report(judged('good'), ...failed), rerun);
    expect(text.split('\n').at(-1)).toBe(`1 passed, ${line}`);
  });

  it('gives the line that asks again as it is, be it several', () => {
    const failed = report(judged('one', fails(flaw('a\nb'))));
    const text = textReport(failed, () => "again 'one\ntwo'");
    expect(text).toContain('  what      a\n            b\n');
    expect(text).toContain("  rerun     again 'one\ntwo'\n");
  });

  it('does not move the cursor, whatever it quotes', () => {
    const says = 'at\ta.js\r\n\u001b[2J\u202e gone';
    const cases = [
      judged('one', fails(flaw(says))),
      judged('two', { verdict: 'error', because: says }),
      judged('three', { verdict: 'skip', because: says }),
    ];
    const text = textReport(report(...cases), rerun);
    expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
    expect(text).toContain('  what      at  a.js\n            \\u001b[2J\\u{202e} gone\n');
  });

  it('says what could not be judged, and why, also in JUnit and in Markdown', () => {
    const unjudged = report(judged('one', { verdict: 'error', because: 'Oops\n  at <a>' }));
    expect(junitReport(unjudged, rerun)).toContain(
      '<error message="Oops" type="error">Does one\nOops\n  at &lt;a&gt;</error>',
    );
    expect(markdownReport(unjudged, rerun)).toContain(
      'Could not be judged:\n\n- `toy/client/one`: Oops at &lt;a>',
    );
  });

  it('is JUnit in which only what must hold is a failure', () => {
    const xml = junitReport(
      report(
        judged('pages/good'),
        judged('pages/bad', fails(flaw('lost <2> & \u0000'))),
        judged('pages/better', { ...fails(flaw('b')), strength: 'should' }),
        judged('pages/error', { verdict: 'error', because: 'of us' }),
        judged('pages/skip', { verdict: 'skip', because: 'so' }),
      ),
      rerun,
    );
    expect(xml).toContain(
      '<testsuite name="toy" tests="5" failures="1" errors="1" skipped="2" time="2.500">',
    );
    expect(xml).toContain('<testcase classname="toy.client.pages" name="good" time="0.500"/>');
    expect(xml).toContain('<failure message="lost &lt;2&gt; &amp; �" type="missing-records">');
    expect(xml).toContain('<skipped message="known: should: missing-records: b">');
    expect(xml).toContain('<error message="of us" type="error">');
    expect(xml).toContain('again toy/client/pages/bad');
  });

  it('is Markdown in which nothing ends a cell before its end', () => {
    const markdown = markdownReport(report(judged('one', fails(flaw('a | <b>\nc')))), rerun);
    expect(markdown).toContain('| `toy/client/one` | a \\| &lt;b> c |  | 0 |');
    expect(markdown).toContain('## ❌ auditrig: reader\n\n0 passed, 1 failed,');
    expect(markdownReport(report(judged('one')), rerun)).toBe(
      '## ✅ auditrig: reader\n\n1 passed, 0 failed, 0 errors, 0 skipped, of 1\n\nclient reader, suite 1.0, seed 1',
    );
  });

  it('is a line of JSON for each case, between a header and a footer', () => {
    const lines = ndjsonReport(report(judged('one'), judged('two', fails(flaw('a\nb')))))
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ type, case: id }) => id ?? type)).toEqual([
      ...['header', 'toy/client/one', 'toy/client/two', 'footer'],
    ]);
    expect(lines[3]).toMatchObject({ conformant: false, exitCode: 1, counts: { failed: 1 } });
  });
});
