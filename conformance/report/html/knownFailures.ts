/** Failures that a baseline knows of, by their issues. */
import type { JudgedCase } from '../Report.js';
import type { AboutFailure } from './aboutFailures.js';
import { type Html, html } from './html.js';
import { issueLink } from './issueLink.js';

export function knownFailures(cases: readonly JudgedCase[], about: AboutFailure): Html | undefined {
  const issues = new Set(cases.flatMap(({ known = [] }) => known));
  if (issues.size === 0) return undefined;
  return html`<section id="known" aria-labelledby="known-title"><h2 id="known-title" tabindex="-1">Known failures</h2>
<p class="note">They are in the baseline, and not held against it.</p>
${[...issues].map((issue) => html`<article class="group"><h3>${issueLink(issue)}</h3>${cases.filter(({ known }) => known === issue).map((one) => about(one, false))}</article>`)}</section>`;
}
