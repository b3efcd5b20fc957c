/** What came of a run, at one glance. */
import type { Report } from '../Report.js';
import { type Html, html } from './html.js';
import { VERDICTS, verdictWords } from './verdictWords.js';

const outcomes = {
  0: ['pass', 'Conformant'],
  1: ['fail', 'Not conformant'],
  3: ['error', 'Could not be judged'],
} as const;

const keys = { fail: 'failed', error: 'errors', skip: 'skipped', pass: 'passed' } as const;

export function summary(report: Report): Html {
  const { role, subject, seed, cases, counts, exitCode } = report;
  const vendors = [...new Set(cases.map(({ vendor }) => vendor))];
  const [kind, words] = outcomes[exitCode];
  const name = subject?.name ?? 'a subject that did not start';
  const should = cases.filter((one) => one.verdict === 'fail' && one.strength === 'should').length;
  const facts: [string, string | undefined][] = [
    ['Role', role],
    ['Vendors', vendors.join(', ')],
    ['Version', subject?.version],
    ['Language', subject?.language],
    ['Seed', String(seed)],
  ];
  return html`<header class="summary ${kind}"><p class="kicker">auditrig: conformance of a ${role}</p><h1>${name}</h1>
<p class="outcome"><span class="badge ${kind}">${words}</span></p>
<ul class="counts">${VERDICTS.map((one) => html`<li${counts[keys[one]] === 0 ? undefined : html` class="${one}"`}><strong>${counts[keys[one]]}</strong> ${verdictWords[one]}</li>`)}<li><strong>${counts.total}</strong> in all</li></ul>
${bar(report)}
${should > 0 ? html`<p class="note">${should} of what failed only should hold.</p>` : undefined}
<dl class="facts">${facts.map(([term, value]) => (value === undefined ? undefined : html`<div><dt>${term}</dt><dd>${value}</dd></div>`))}</dl></header>`;
}

/** The counts, which are told beside it, side by side. */
function bar({ counts }: Report): Html {
  let x = 0;
  const parts = VERDICTS.map((kind) => {
    const width = counts[keys[kind]];
    const part = html`<rect class="${kind}" x="${x}" width="${width}" height="1"/>`;
    x += width;
    return width === 0 ? undefined : part;
  });
  return html`<svg class="bar" viewBox="0 0 ${counts.total} 1" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}
