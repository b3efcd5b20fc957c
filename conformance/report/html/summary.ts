/** What came of a run, at one glance. */
import { aboutRenamed } from '../../cases/chooseCases.js';
import type { Counts, JudgedCase, Report } from '../Report.js';
import { type Html, html } from './html.js';
import { KINDS, type Kind, kindOf, kindWords } from './kinds.js';

const outcomes = {
  0: ['pass', 'Conformant'],
  1: ['fail', 'Not conformant'],
  3: ['error', 'Could not be judged'],
} as const;

const keys: Readonly<Record<Kind, keyof Counts>> = {
  ...{ fail: 'failed', error: 'errors', known: 'known', skip: 'skipped', pass: 'passed' },
};

export function summary(report: Report): Html {
  const { role, suite, subject, seed, cases, counts, exitCode, renamed, baseline } = report;
  const vendors = [...new Set(cases.map(({ vendor }) => vendor))];
  const [kind, words] = outcomes[exitCode];
  const name = subject?.name ?? 'a subject that did not start';
  const isShould = (one: JudgedCase) => kindOf(one) === 'fail' && one.strength === 'should';
  const should = cases.filter(isShould).length;
  // Most know nothing of baselines.
  const kinds = KINDS.filter((kind) => kind !== 'known' || counts.known > 0);
  const names = [...renamed, ...(baseline?.renamed ?? [])];
  const facts: [string, string | undefined][] = [
    ['Role', role],
    ['Vendors', vendors.join(', ')],
    ['Version', subject?.version],
    ['Language', subject?.language],
    ['Suite', suite],
    ['Seed', String(seed)],
  ];
  return html`<header class="summary ${kind}"><p class="kicker">auditrig: conformance of a ${role}</p><h1>${name}</h1>
<p class="outcome"><span class="badge ${kind}">${words}</span></p>
<ul class="counts">${kinds.map((one) => html`<li${counts[keys[one]] === 0 ? undefined : html` class="${one}"`}><strong>${counts[keys[one]]}</strong> ${kindWords[one]}</li>`)}<li><strong>${counts.total}</strong> in all</li></ul>
${bar(report)}
${should > 0 ? html`<p class="note">${should} of what failed only should hold.</p>` : undefined}
${names.map((one) => html`<p class="note">${aboutRenamed(one)}</p>`)}
<dl class="facts">${facts.map(([term, value]) => (value === undefined ? undefined : html`<div><dt>${term}</dt><dd>${value}</dd></div>`))}</dl></header>`;
}

/** The counts, which are told beside it, side by side. */
function bar({ counts }: Report): Html {
  let x = 0;
  const parts = KINDS.map((kind) => {
    const width = counts[keys[kind]];
    const part = html`<rect class="${kind}" x="${x}" width="${width}" height="1"/>`;
    x += width;
    return width === 0 ? undefined : part;
  });
  return html`<svg class="bar" viewBox="0 0 ${counts.total} 1" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}
