import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { JudgedCase, Report } from '../report/Report.js';
import { fails, flaw, judged, toyReport } from '../testing/toyReport.js';
import { judgedVendors } from '../vendors/index.js';
import { holdTo } from './holdTo.js';
import { type Baseline, emptyBaseline, readBaseline } from './readBaseline.js';
import { rewriteBaseline } from './rewriteBaseline.js';

const folder = mkdtempSync(join(tmpdir(), 'auditrig-baseline-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

function written(text: string): Baseline {
  const path = join(folder, `${++files}.yaml`);
  writeFileSync(path, text);
  return readBaseline(path);
}

const vendors = judgedVendors.map(({ name }) => name);
const ID = 'helpshift/client/pages/every-page';
const OTHER = 'helpshift/client/pages/default-size';
const URL = 'https://example.com/issues/7';
const entry = (id: string, reason = 'missing-records', issue = URL) =>
  `- { case: ${id}, reason: ${reason}, issue: "${issue}" }\n`;
const one = (id: string, more: Partial<JudgedCase> = fails(flaw('a'))) =>
  judged('', { case: id, vendor: 'helpshift', ...more });
const hold = (text: string, ...cases: JudgedCase[]) =>
  holdTo(written(text), toyReport(...cases), vendors);
const told = ({ baseline }: Report) =>
  baseline?.stale.map(({ why, says, advice }) => [why, says, advice]);

describe('a baseline', () => {
  it.each([
    ['', ': expected a baseline, such as [], found nothing'],
    ['a: 1\n', ':1:1: expected a list of known failures like'],
    [`- case: ${ID}\n  reason: no-error\n`, ':1:3 [0]: expected a known failure with case, reason'],
    [entry(ID, 'Missing'), ':1:54 [0].reason: expected a reason like missing-records, found "Mis'],
    [entry(ID, 'no-error', 'PROJ-7'), 'issue: expected the URL of an issue, found "PROJ-7"'],
    [`- { case: a, reason: b, issue: "${URL}", isue: 1 }`, 'unknown key'],
  ])('that is %j is refused with its place', (text, message) => {
    expect(() => written(text)).toThrow(message);
  });

  it('bears the failures that it knows of, and no others', () => {
    const report = hold(entry(ID), one(ID), one('helpshift/client/pages/empty', {}));
    expect(report.cases.map(({ known }) => known)).toEqual([URL, undefined]);
    expect(report).toMatchObject({ exitCode: 0, conformant: true, baseline: { stale: [] } });
    expect(report.counts).toMatchObject({ passed: 1, failed: 0, known: 1, total: 2 });
    expect(hold(entry(ID), one(ID), one(OTHER))).toMatchObject({ exitCode: 1 });
  });

  it('bears failures of fixtures, which are in no list of cases', () => {
    const id = 'fixture/here/helpshift/acme';
    expect(hold(entry(id), one(id))).toMatchObject({ exitCode: 0, baseline: { stale: [] } });
  });

  it('judges nothing that could not be judged', () => {
    const report: Report = { ...toyReport(one(ID)), conformant: false, exitCode: 3 };
    const held = holdTo(written(entry(ID)), report, vendors);
    expect(held).toMatchObject({ exitCode: 3, conformant: false });
  });

  it('knows a failure by the worst of its flaws', () => {
    const flaws = fails(flaw('a', { reason: 'no-error' }), flaw('b'));
    expect(told(hold(entry(ID), one(ID, flaws)))?.[0]?.[0]).toBe('another-reason');
    expect(hold(entry(ID, 'no-error'), one(ID, flaws)).exitCode).toBe(0);
  });

  it.each([
    ['passes', { verdict: 'pass' } as const, ['passes', 'passes', 'delete the entry']],
    [
      'was skipped',
      { verdict: 'skip', because: 'it does not claim since' } as const,
      [
        'skipped',
        'was skipped, as it does not claim since',
        'delete the entry, or let it be asked',
      ],
    ],
    [
      'fails otherwise',
      fails(flaw('a', { reason: 'no-error' })),
      [
        'another-reason',
        'fails with no-error, and not with missing-records',
        'look at it anew; if its issue is the same, say reason: no-error',
      ],
    ],
  ])('fails the run where a case of it %s', (_, more, words) => {
    const report = hold(entry(ID), one(ID, more), one(OTHER, {}));
    expect(told(report)).toEqual([words]);
    expect(report).toMatchObject({ exitCode: 1, conformant: false });
  });

  it('says nothing of a case that could not be judged, nor of one that needs it', () => {
    const report = hold(
      entry(ID) + entry(OTHER),
      one(ID, { verdict: 'error', because: 'Oops\n  at us' }),
      one(OTHER, { verdict: 'skip', because: `${ID} did not pass` }),
    );
    expect(report).toMatchObject({ exitCode: 3, conformant: false, baseline: { stale: [] } });
  });

  it('fails the run where nobody knows the case, and says which was meant, asked or not', () => {
    const report = hold(
      entry('helpshift/client/pages/evry-page') +
        entry('nobody/knows') +
        entry('helpshft/client/order/asc'),
      one(ID, {}),
    );
    expect(told(report)).toEqual([
      [
        'unknown',
        `no case is called so; did you mean ${ID}?`,
        'correct the id, or delete the entry',
      ],
      ['unknown', 'no case is called so', 'correct the id, or delete the entry'],
      [
        'unknown',
        'no case is called so; did you mean helpshift/client/order/asc?',
        'correct the id, or delete the entry',
      ],
    ]);
    expect(report.exitCode).toBe(1);
  });

  it('fails the run where a case stands twice, whatever else is said of it', () => {
    const report = hold(`${entry(ID)}\n${entry(ID, 'no-error')}`, one(ID));
    expect(told(report)).toEqual([
      ['twice', expect.stringMatching(/^stands twice, first at .*\.yaml:1:3$/), expect.any(String)],
    ]);
    expect(report.baseline?.stale[0]?.place).toMatch(/\.yaml:3:3$/);
    expect(report.cases[0]?.known).toBe(URL);
  });

  it('says nothing of cases that were not chosen, be they of another vendor or role', () => {
    const others = [
      OTHER,
      'opsramp/client/endpoint/reads',
      'helpshift/normalizer/documented/records',
    ];
    expect(hold(others.map((id) => entry(id)).join(''), one(ID, {}))).toMatchObject({
      ...{ exitCode: 0, baseline: { stale: [] } },
    });
  });

  it('knows the cases of a fixture only where it is played', () => {
    const text = entry('fixture/here/helpshift/gone') + entry('fixture/there/helpshift/a');
    const report = hold(text, one('fixture/here/helpshift/acme', {}));
    expect(told(report)?.map(([why]) => why)).toEqual(['unknown']);
    expect(hold(text, one(ID, {})).exitCode).toBe(0);
  });

  it('is held once more without a trace of the time before', () => {
    const first = hold(entry(ID), one(ID));
    expect(holdTo(emptyBaseline('none'), first, vendors)).toMatchObject({
      ...{ exitCode: 1, counts: { failed: 1, known: 0 } },
    });
  });
});

describe('a baseline that is written anew', () => {
  const rewrite = (text: string, ...cases: JudgedCase[]) =>
    rewriteBaseline(written(text), toyReport(...cases), 'https://example.com/9', vendors);

  it('keeps what holds with its issue and comments, drops what is stale, and adds what is new', () => {
    const { text, ...counts } = rewrite(
      `# Ours.

# The first page only.
- case: ${ID} # since May
  reason: missing-records
  issue: ${URL}

# Mended.
- case: ${OTHER}
  reason: no-error
  issue: ${URL}
# Not asked here.
- { case: opsramp/client/endpoint/reads, reason: no-error, issue: ${URL} }
`,
      one('helpshift/client/order/asc', fails(flaw('a', { reason: 'wrong-order' }))),
      ...[one(ID), one(OTHER, {})],
    );
    expect(counts).toEqual({ kept: 2, added: 1, dropped: 1 });
    expect(text).toBe(`# Ours.

# The first page only.
- case: ${ID} # since May
  reason: missing-records
  issue: ${URL}
# Not asked here.
- { case: opsramp/client/endpoint/reads, reason: no-error, issue: ${URL} }
- case: helpshift/client/order/asc
  reason: wrong-order
  issue: https://example.com/9
`);
  });

  it('takes another reason for a new failure, and a second entry for one too many', () => {
    const { text } = rewrite(
      entry(ID, 'no-error') + entry(OTHER) + entry(OTHER),
      one(ID),
      one(OTHER),
    );
    expect(written(text).entries.map(({ case: id, issue }) => [id, issue])).toEqual([
      [OTHER, URL],
      [ID, 'https://example.com/9'],
    ]);
  });

  it('keeps what could not be judged, and adds only what fails the run', () => {
    const { text } = rewrite(
      entry(ID),
      one(ID, { verdict: 'error', because: 'Oops' }),
      one(OTHER, { ...fails(flaw('a')), strength: 'should' }),
    );
    expect(text).toBe(entry(ID));
  });

  it('keeps what a new failure kept from being asked, and not what a known one does', () => {
    const skipped = one(OTHER, { verdict: 'skip', because: `${ID} did not pass` });
    const { text } = rewrite(entry(OTHER), one(ID), skipped);
    expect(written(text).entries.map((each) => each.case)).toEqual([OTHER, ID]);
    const known = rewrite(
      entry(ID) + entry(OTHER),
      one(ID, { ...fails(flaw('a')), known: URL }),
      skipped,
    );
    expect(known.text).toBe(entry(ID));
  });

  it('is an empty list where nothing is left', () => {
    const { text } = rewrite(entry(ID), one(ID, {}));
    expect(text).toBe('[]\n');
    expect(written(text).entries).toEqual([]);
  });

  it('keeps what is said of all of it, though its first entry goes', () => {
    const about = '# Ours.\n\n';
    const { text } = rewrite(
      `${about}# Mended.\n${entry(OTHER)}# Not yet.\n${entry(ID)}`,
      ...[one(ID), one(OTHER, {})],
    );
    expect(text).toBe(`${about}# Not yet.\n${entry(ID)}`);
  });

  it('does not lose an issue that others refer to', () => {
    const list = `- { case: ${OTHER}, reason: no-error, issue: &it ${URL} }\n- { case: ${ID}, reason: missing-records, issue: *it }\n`;
    const { text } = rewrite(list, one(ID), one(OTHER, {}));
    expect(text).toBe(`- { case: ${ID}, reason: missing-records, issue: ${URL} }\n`);
  });

  it('begins by itself, with a line that says what it is', () => {
    const report = toyReport(one(ID));
    const { text } = rewriteBaseline(emptyBaseline('known.yaml'), report, URL, vendors);
    expect(text).toMatch(/^# Failures that are known; .*\n\n- case: /);
    expect(holdTo(written(text), report, vendors).exitCode).toBe(0);
  });
});
