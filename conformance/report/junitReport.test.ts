import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { fails, flaw, judged, toyReport } from '../testing/toyReport.js';
import { junitReport } from './junitReport.js';
import type { Report, Stale } from './Report.js';

const rerun = (id: string) => `again ${id}`;

/** Another reader than the one that wrote it. */
const elements = (xml: string, name: string) => {
  const { children } = parseDocument(xml, { xmlMode: true });
  return within(children as Node[]).filter((node) => node.name === name);
};
interface Node {
  name?: string;
  attribs?: Record<string, string>;
  children?: Node[];
  data?: string;
}
const within = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => [node, ...within(node.children ?? [])]);
const textOf = ({ children = [] }: Node) => children.map(({ data = '' }) => data).join('');

const stale = (more: Partial<Stale> = {}): Stale => ({
  ...{ case: 'toy/client/pages/gone', reason: 'no-error', issue: 'https://example.com/1' },
  ...{ place: 'known.yaml:4:3', why: 'passes', says: 'passes', advice: 'delete it', ...more },
});
const withStale = (report: Report, ...entries: Stale[]): Report => ({
  ...report,
  baseline: { file: 'known.yaml', stale: entries, renamed: [] },
});

/** All that XML 1.0 lets stand in a document. */
const ALLOWED = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;

describe('the JUnit XML of a report', () => {
  it('skips what is known with its issue, whatever its strength', () => {
    const known = { ...fails(flaw('lost two')), known: 'https://example.com/1' };
    const xml = junitReport(
      toyReport(judged('pages/a', known), judged('pages/b', { ...known, strength: 'should' })),
      rerun,
    );
    const message = 'known: https://example.com/1: missing-records: lost two';
    expect(elements(xml, 'skipped').map(({ attribs }) => attribs?.message)).toEqual([
      ...[message, message],
    ]);
    expect(xml).toContain('tests="2" failures="0" errors="0" skipped="2"');
  });

  it('has a failure for each stale entry, in a suite of their own', () => {
    const entries = [stale(), stale({ why: 'twice' }), stale({ case: 'gone', why: 'unknown' })];
    const xml = junitReport(withStale(toyReport(judged('pages/a')), ...entries), rerun);
    const suite = elements(xml, 'testsuite')[1] as Node;
    expect(suite.attribs).toMatchObject({ name: 'baseline', tests: '3', failures: '3' });
    const cases = within([suite]).filter(({ name }) => name === 'testcase');
    expect(cases.map(({ attribs }) => [attribs?.classname, attribs?.name])).toEqual([
      ['baseline.toy.client.pages', 'gone'],
      ['baseline.toy.client.pages', 'gone at known.yaml:4:3'],
      ['baseline', 'gone'],
    ]);
    expect(elements(xml, 'failure')[0]?.attribs).toEqual({
      ...{ message: 'stale: passes', type: 'stale' },
    });
    expect(elements(xml, 'testsuites')[0]?.attribs).toMatchObject({ tests: '4', failures: '3' });
  });

  it('says of a failure each rule with its place, and all that was asked', () => {
    const rule = { ...{ id: 'toy/page', says: 'Pages are read.', at: 'Page 2' } } as const;
    const failed = judged('pages/a', {
      ...fails(flaw('lost')),
      rules: [{ ...rule, basis: 'page', level: 'must' }],
      exchange: ['1  GET /a  200', '2  GET /b  200'],
    });
    expect(textOf(elements(junitReport(toyReport(failed), rerun), 'failure')[0] as Node)).toBe(
      [
        ...[
          'Does pages/a',
          'lost',
          'expected: 2',
          'actual: 1',
          'toy/page: Pages are read. (Page 2)',
        ],
        ...['1  GET /a  200', '2  GET /b  200', 'again toy/client/pages/a'],
      ].join('\n'),
    );
  });

  it('is read as it was meant, whatever stands in it', () => {
    const odd = fc.constantFrom(
      ...[']]>', '<![CDATA[', '<!--', '&amp;', '&#0;', '"', "'", '</failure>', '🦊', '\u2028'],
      ...[
        '\u0000',
        '\u001b[31m',
        '\u0085',
        '\ufffe',
        '\uffff',
        '\ud800',
        '\udc00',
        '\t',
        '\n',
        'a',
      ],
    );
    const anything = fc
      .array(fc.oneof(odd, fc.string({ unit: 'binary' })))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(anything, anything, (says, because) => {
        const cases = [
          judged('pages/fail', fails(flaw(says, { expected: because, actual: says }))),
          judged('pages/error', { verdict: 'error', because }),
          judged('pages/skip', { verdict: 'skip', because }),
          judged('pages/known', { ...fails(flaw(says)), known: 'https://example.com/1' }),
        ];
        const entry = stale({ case: says, place: because, says });
        const xml = junitReport(
          withStale({ ...toyReport(...cases), subject: { name: says } }, entry),
          () => because,
        );
        expect(xml).toMatch(ALLOWED);
        expect(elements(xml, 'testcase')).toHaveLength(5);
        for (const name of ['failure', 'error', 'skipped'])
          expect(elements(xml, name)).toHaveLength(name === 'error' ? 1 : 2);
        const wanted = says.isWellFormed() && ALLOWED.test(says) ? says : undefined;
        const { attribs } = elements(xml, 'failure')[0] as Node;
        if (wanted !== undefined) expect(attribs?.message).toBe(wanted);
      }),
    );
  });
});
