/** All cases of a run. */
import type { JudgedCase } from '../Report.js';
import { type Html, html } from './html.js';
import { badge, kindOf } from './kinds.js';

/** What failed is told where the failures are, and only named here. */
export function caseTable(cases: readonly JudgedCase[]): Html {
  return html`<section id="cases" aria-labelledby="cases-title"><h2 id="cases-title" tabindex="-1">All cases</h2>
<table class="cases" role="table"><caption>All cases, in the order of their vendors</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Verdict</th><th scope="col" role="columnheader">Case</th><th scope="col" role="columnheader">Level</th><th scope="col" role="columnheader">Strength</th><th scope="col" role="columnheader">Took</th></tr></thead>
<tbody role="rowgroup">${cases.map(row)}</tbody></table></section>`;
}

function row(one: JudgedCase, number: number): Html {
  const { verdict, vendor, level, strength, mustFrom, title, because, slow, milliseconds } = one;
  const isFailure = verdict === 'fail';
  const id = isFailure ? undefined : html` id="case-${number}" tabindex="-1"`;
  const name = html`<code>${one.case}</code>`;
  const why = verdict === 'skip' ? html`<span class="block note">as ${because}</span>` : undefined;
  return html`<tr role="row"${id} data-of="${number}" data-verdict="${kindOf(one)}" data-vendor="${vendor}" data-level="${level}" data-strength="${strength}"><td role="cell">${badge(kindOf(one))}</td><th scope="row" role="rowheader">${isFailure ? html`<a href="#case-${number}">${name}</a>` : name}<span class="block says">${title}</span>${why}${slow ? html`<span class="block note">in time only when asked alone</span>` : undefined}</th><td role="cell"><span class="label">level </span>${level}</td><td role="cell">${strength}${mustFrom === undefined ? undefined : html`<span class="block note">must from suite ${mustFrom} on</span>`}</td><td role="cell">${milliseconds} ms</td></tr>`;
}
