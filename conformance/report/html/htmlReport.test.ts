import fc from 'fast-check';
import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { visible } from '../../../fixtures/language/visible.js';
import {
  sampleCase,
  sampleDrift,
  sampleFailure,
  sampleFlaw,
  sampleReport,
  sampleStale,
  sampleTimeline,
} from '../../testing/sampleReport.js';
import type { JudgedCase } from '../Report.js';
import { htmlReport } from './htmlReport.js';

const rerun = (id: string) => `again ${id}`;

/** What ends, begins or hides something in some place or other. */
const HOSTILE = [
  ...['<script>x()</script>', '</script>', '</style>', '</title>', '<!--', '-->', ']]>', '"', "'"],
  ...['<img src=x onerror=x()>', '&lt;', '&#60;', '&', '\u2028', '\ud800', '\udc00', '\u0000'],
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.nat(0xffff), { maxLength: 8 }).map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...HOSTILE), { minLength: 1, maxLength: 4 }).map((all) => all.join('')),
);

/** A report in which all texts are this one. */
function reportOf(text: string): string {
  const silence = { vendor: 'opsramp', switch: text, value: text, cases: 1 };
  const report = sampleReport(
    [
      sampleFailure('opsramp/client/a/fails', text),
      sampleCase('motadata/client/a/skipped', { verdict: 'skip', because: text, title: text }),
      { ...sampleFailure('helpshift/client/a/c', text), case: text },
      { ...sampleFailure('opsramp/client/a/known', text), known: `https://example.com/${text}` },
    ],
    {
      subject: { name: text, version: text, language: text },
      baseline: { file: text, stale: [sampleStale(text)], renamed: [{ was: text, now: text }] },
      drift: sampleDrift(text),
      silences: [{ ...silence, failed: [{ case: text, says: text }] }],
    },
  );
  return htmlReport(report, () => text);
}

function parsed(page: string) {
  const document = parseDocument(page);
  const elements = DomUtils.getElementsByTagName(() => true, document);
  const withClass = (name: string) =>
    elements.filter(({ attribs }) => attribs.class?.split(' ').includes(name));
  const texts = (name: string) => withClass(name).map((one) => DomUtils.textContent(one));
  const named = (name: string) => elements.filter((one) => one.name === name);
  return { elements, withClass, texts, named };
}

describe('the page of a report', () => {
  it('takes no text for HTML, whatever it is, and shows all of it', () => {
    const shape = (page: string) =>
      parsed(page).elements.map(({ name, attribs }) => [name, Object.keys(attribs)]);
    const expected = shape(reportOf('plain'));
    fc.assert(
      fc.property(anyText, (given) => {
        // Lines are told apart where one could not be judged; where there are none, nothing is.
        const text = `a${given.replaceAll('\n', ' ')}`;
        const page = reportOf(text);
        const { named, texts } = parsed(page);
        expect(shape(page)).toEqual(expected);
        expect(page.isWellFormed()).toBe(true);
        const all = [
          ...named('h1').map((one) => DomUtils.textContent(one)),
          ...named('pre')
            .filter(({ attribs }) => attribs.class !== 'profile')
            .map((one) => DomUtils.textContent(one).trimEnd()),
          ...texts('gist'),
          ...texts('why'),
        ];
        for (const one of all) expect(one.trimEnd()).toBe(visible(text).trimEnd());
        expect(all.length).toBeGreaterThan(10);
      }),
      { numRuns: 100 },
    );
  });

  it('shows what cannot be seen, or turns letters round, as an escape, and keeps lines', () => {
    const says = 'a\u0000\u202eb\ud800\u2028\r\n\tc\u{1f600}\ufeff';
    const failed = sampleCase('opsramp/client/a/b', { verdict: 'fail', flaws: [sampleFlaw(says)] });
    const { texts } = parsed(htmlReport(sampleReport([failed]), rerun));
    expect(texts('says')[0]).toBe(
      'a\\u0000\\u{202e}b\\u{d800}\\u{2028}\\r\n\\tc\u{1f600}\\u{feff}',
    );
  });

  it('cuts a text that is very long, but no command', () => {
    const long = 'x'.repeat(100_000);
    const failed = sampleCase('opsramp/client/a/b', { verdict: 'fail', flaws: [sampleFlaw(long)] });
    const { named, texts } = parsed(htmlReport(sampleReport([failed]), () => long));
    expect(DomUtils.textContent(named('dd').slice(-3)[0] ?? []).length).toBeLessThan(3000);
    expect(texts('rerun')[0]).toBe(long);
  });

  it('allows itself its own script and style, by their hashes, and nothing else', () => {
    const { named } = parsed(htmlReport(sampleReport([sampleCase('opsramp/client/a/b')]), rerun));
    const policy = named('meta').find(({ attribs }) => 'http-equiv' in attribs)?.attribs.content;
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-\S+'; script-src 'sha256-\S+'; base-uri 'none'; form-action 'none'$/,
    );
  });

  it('puts failures of one cause together', () => {
    const fails = (id: string, says: string, cause: string) =>
      sampleCase(id, { verdict: 'fail', flaws: [{ ...sampleFlaw(says), cause }] });
    const report = sampleReport([
      fails('opsramp/client/a/1', 'lost', 'one'),
      fails('opsramp/client/a/2', 'lost too', 'one'),
      fails('opsramp/client/a/3', 'cut', 'two'),
    ]);
    const { withClass } = parsed(htmlReport(report, rerun));
    const groups = withClass('group').filter(({ name }) => name === 'article');
    const codes = groups.map((one) =>
      DomUtils.getElementsByTagName('h4', one).map((title) =>
        DomUtils.textContent(DomUtils.getElementsByTagName('code', title)),
      ),
    );
    expect(codes).toEqual([['opsramp/client/a/1', 'opsramp/client/a/2'], ['opsramp/client/a/3']]);
  });

  it('tells failures that are known by their issues, and what is stale, apart', () => {
    const issue = 'https://example.com/issues/7';
    const [one, two] = ['1', '2'].map((id) =>
      sampleCase(`opsramp/client/a/${id}`, { verdict: 'fail', flaws: [sampleFlaw('lost')] }),
    ) as [JudgedCase, JudgedCase];
    const baseline = { file: 'known.yaml', stale: [sampleStale('passes now')], renamed: [] };
    const report = sampleReport([{ ...one, known: issue }, two], { baseline });
    const { named, texts } = parsed(htmlReport(report, rerun));
    const section = (id: string) => {
      const found = named('section').find(({ attribs }) => attribs.id === id);
      return found ? DomUtils.textContent(found) : '';
    };
    expect(section('failures')).toContain(two.case);
    expect(section('failures')).not.toContain(one.case);
    expect(section('known')).toMatch(
      /https:\/\/example\.com\/issues\/7\s*failed, known opsramp\/client\/a\/1/,
    );
    expect(section('stale')).toContain('passes now');
    expect(texts('counts')[0]).toBe(
      '1 failed0 could not be judged1 failed, known0 skipped0 passed2 in all',
    );
  });

  it('makes no link of what is no address', () => {
    const known = 'javascript:alert(1)';
    const failed = sampleCase('opsramp/client/a/b', {
      verdict: 'fail',
      flaws: [sampleFlaw('lost')],
    });
    const { named } = parsed(htmlReport(sampleReport([{ ...failed, known }]), rerun));
    expect(named('a').filter(({ attribs }) => !attribs.href?.startsWith('#'))).toEqual([]);
  });

  it('says of each rule whether it is broken, holds, or was not judged', () => {
    const rule = (id: string) =>
      ({ id: `opsramp/${id}`, says: `Says ${id}.`, basis: 'page', level: 'must' }) as const;
    const [page, size, order, none] = ['page', 'size', 'order', 'none'].map(rule) as [
      ...[ReturnType<typeof rule>, ReturnType<typeof rule>],
      ...[ReturnType<typeof rule>, ReturnType<typeof rule>],
    ];
    const report = sampleReport([
      sampleCase('opsramp/client/a/1', { rules: [page, size] }),
      sampleCase('opsramp/client/a/2', {
        ...{ rules: [size], verdict: 'fail', flaws: [sampleFlaw('lost')] },
      }),
      sampleCase('opsramp/client/a/3', { rules: [order], verdict: 'skip', because: 'so' }),
      sampleCase('opsramp/client/a/4', {
        ...{
          rules: [none],
          verdict: 'fail',
          flaws: [{ ...sampleFlaw('mute'), reason: 'no-reply' }],
        },
      }),
    ]);
    const { withClass, texts } = parsed(htmlReport(report, rerun));
    const told = withClass('rule').map((row) => [
      DomUtils.textContent(DomUtils.getElementsByTagName('code', row)),
      DomUtils.textContent(DomUtils.getElementsByTagName('td', row)[0] ?? []),
      DomUtils.getElementsByTagName('a', row).map((cell) => DomUtils.textContent(cell)),
    ]);
    expect(told).toEqual([
      ['opsramp/size', 'broken', ['passed: opsramp/client/a/1', 'failed: opsramp/client/a/2']],
      ['opsramp/page', 'holds', ['passed: opsramp/client/a/1']],
      ['opsramp/order', 'not judged', ['skipped: opsramp/client/a/3']],
      ['opsramp/none', 'not judged', ['failed: opsramp/client/a/4']],
    ]);
    expect(texts('uncited')[0]).toMatch(/^not judged \d+ more rules/);
  });

  it('tells of a timeline what is wrong first, and how much is left out', () => {
    const one = sampleTimeline('2025-03-03T08:00:00Z').stretches[0] as object;
    const stretches = Array.from({ length: 100 }, (_, i) => ({
      ...(one as ReturnType<typeof sampleTimeline>['stretches'][0]),
      ...{ from: i + 1, to: i + 1, fate: i < 90 ? 'returned' : 'lost' },
    })) as ReturnType<typeof sampleTimeline>['stretches'];
    const timeline = { ...sampleTimeline('x'), records: 120, left: 20, stretches };
    const failed = sampleCase('opsramp/client/a/b', {
      ...{ verdict: 'fail', flaws: [sampleFlaw('lost')], timeline },
    });
    const { withClass, texts } = parsed(htmlReport(sampleReport([failed]), rerun));
    const rows = withClass('scroll').flatMap((one) => DomUtils.getElementsByTagName('tr', one));
    const fates = rows.map(({ attribs }) => attribs.class);
    expect(fates.filter((fate) => fate === 'lost')).toHaveLength(10);
    expect(fates.filter((fate) => fate === 'returned')).toHaveLength(14);
    expect(texts('note')).toContain('96 of 120 records are left out of the table.');
  });

  it('stays under two megabytes with 200 failures in 267 cases, each with all that it can tell', () => {
    const text = 'A text that is as long as those of records are, and says what was done';
    const time = '2025-03-03T08:00:00.000Z';
    const [one] = sampleTimeline(text).stretches;
    const stretches = Array.from({ length: 100 }, (_, i) => ({
      ...(one as NonNullable<typeof one>),
      ...{ from: 7 * i + 1, to: 7 * i + 7, first: time, last: time },
      ...{ fate: i % 2 === 0 ? 'lost' : 'returned' },
    })) as ReturnType<typeof sampleTimeline>['stretches'];
    const timeline = { ...sampleTimeline(text), records: 700, stretches };
    const exchange = Array.from({ length: 12 }, (_, i) => `${i}  GET /${text}  200`);
    const cases = Array.from({ length: 267 }, (_, i) => ({
      ...sampleFailure(`opsramp/client/file/case-${i}`, text),
      ...(i < 200 ? { timeline, exchange } : { verdict: 'pass' as const }),
    }));
    const page = htmlReport(sampleReport(cases), rerun);
    expect(Buffer.byteLength(page)).toBeLessThan(2_000_000);
  });
});
