/** Tells all there is of each case that failed. */
import { aboutStrength } from '../aboutStrength.js';
import type { JudgedCase } from '../Report.js';
import { rulesBroken } from '../rulesBroken.js';
import { type Html, html, whole } from './html.js';
import { badge, kindOf } from './kinds.js';
import { timelineFigure } from './timelineFigure.js';

/** Of all timelines together so many rows are shown, of each so many at least and at most. */
const ROWS = 1600;
const LEAST = 6;
const MOST = 24;

/** @param isOpen whether all of it is seen at first */
export type AboutFailure = (one: JudgedCase, isOpen: boolean) => Html;

/** @param number of a case, by which it is known in the page */
export function aboutFailures(
  cases: readonly JudgedCase[],
  number: (one: JudgedCase) => number,
  rerun: (id: string) => string,
): AboutFailure {
  const failed = cases.filter(({ verdict }) => verdict === 'fail').length;
  const rows = Math.max(LEAST, Math.min(MOST, Math.floor(ROWS / failed)));
  return (one, isOpen) => about(one, { number: number(one), isOpen, rows, rerun });
}

interface How {
  number: number;
  isOpen: boolean;
  /** Of its timeline. */
  rows: number;
  rerun(id: string): string;
}

function about(one: JudgedCase, { number, isOpen, rows, rerun }: How): Html {
  const { title, level, flaws = [], exchange = [], timeline } = one;
  const cited = new Set(flaws.flatMap(({ request = [] }) => request).map(String));
  const rules = rulesBroken(one);
  return html`<details class="failure" id="case-${number}" data-of="${number}"${isOpen ? html` open` : undefined}><summary><h4>${badge(kindOf(one))} <code>${one.case}</code>${aboutStrength(one)}</h4><span class="title">${title} <span class="note">(level ${level})</span></span></summary>
${flaws.map(({ says, expected, actual }) => html`<dl class="flaw"><div><dt>What</dt><dd>${says}</dd></div><div><dt>Expected</dt><dd>${expected}</dd></div><div><dt>Actual</dt><dd>${actual}</dd></div></dl>`)}
${rules.length === 0 ? undefined : html`<h5>Rules</h5><ul class="rules">${rules.map(({ id, says, at }) => html`<li><code>${id}</code> ${says}${at === undefined ? undefined : html` <span class="note">${at}</span>`}</li>`)}</ul>`}
${exchange.length === 0 ? undefined : html`<h5>Exchange</h5><pre tabindex="0" role="region" aria-label="Exchange of ${one.case}">${exchange.map((line) => (cited.has(line.split('  ')[0] ?? '') ? html`<mark>${line}</mark>\n` : html`${line}\n`))}</pre>`}
${timeline && timelineFigure(timeline, one.case, rows)}
<h5>Ask again</h5><pre class="rerun" tabindex="0" role="region" aria-label="Command that asks ${one.case} again"><code>${whole(rerun(one.case))}</code></pre></details>`;
}
