/** A report for people, as one page that needs nothing else, and asks for nothing. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dataFile } from '../../../specs/dataFile.js';
import type { JudgedCase, Report } from '../Report.js';
import { aboutFailures } from './aboutFailures.js';
import { caseTable } from './caseTable.js';
import { drift } from './drift.js';
import { failures } from './failures.js';
import { filterForm } from './filterForm.js';
import { Html, html } from './html.js';
import { knownFailures } from './knownFailures.js';
import { notJudged } from './notJudged.js';
import { ruleMatrix } from './ruleMatrix.js';
import { silences } from './silences.js';
import { staleEntries } from './staleEntries.js';
import { summary } from './summary.js';

/** Later ones may change what earlier ones say. */
const STYLES = ['colours', 'page', 'summary', 'failures', 'tables', 'timeline', 'media'];

/** @param rerun the command that asks just one case again */
export function htmlReport(report: Report, rerun: (id: string) => string): string {
  const { subject, role, cases, silences: judged, conformant } = report;
  const style = ours(STYLES.map((name) => `${name}.css`));
  const script = ours(['page.js']);
  const policy = `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'`;
  const numbers = new Map(cases.map((one, number) => [one, number]));
  const number = (one: JudgedCase) => numbers.get(one) as number;
  const about = aboutFailures(cases, number, rerun);
  const known = knownFailures(cases, about);
  const stale = staleEntries(report.baseline);
  const unjudged = notJudged(cases, number);
  const open = silences(judged);
  const drifted = drift(report);
  const title = `${conformant ? '✓' : '✗'} ${subject?.name ?? role} – auditrig`;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><title>${title}</title><style>${style}</style></head>
<body><a class="jump" href="#main">To the failures</a>
${summary(report)}
<nav aria-label="Sections"><ul>${stale && html`<li><a href="#stale">Stale in the baseline</a></li>`}<li><a href="#failures">Failures</a></li>${drifted && html`<li><a href="#drift">Drift</a></li>`}${known && html`<li><a href="#known">Known failures</a></li>`}${unjudged && html`<li><a href="#not-judged">Not judged</a></li>`}<li><a href="#rules">Rules</a></li>${open && html`<li><a href="#silences">What nobody says</a></li>`}<li><a href="#cases">All cases</a></li></ul></nav>
${filterForm(cases)}
<main id="main" tabindex="-1">
${stale}
${failures(cases, about)}
${drifted}
${known}
${unjudged}
${ruleMatrix(report, number)}
${open}
${caseTable(cases)}
</main>
<script>${script}</script></body></html>`.markup;
}

/** Files of the page's own. */
function ours(names: readonly string[]): Html {
  const files = names.map((name) => dataFile(`conformance/report/html/${name}`));
  return new Html(files.map((file) => readFileSync(file, 'utf8')).join(''));
}

/** By which a browser knows it as ours. */
function hashOf({ markup }: Html): string {
  return `'sha256-${createHash('sha256').update(markup).digest('base64')}'`;
}
