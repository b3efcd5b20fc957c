/** All that failed, by its cause. */
import { type Group, groupFailures } from '../groupFailures.js';
import type { JudgedCase } from '../Report.js';
import { rulesBroken } from '../rulesBroken.js';
import { type Html, html, whole } from './html.js';
import { timelineFigure } from './timelineFigure.js';
import { badge } from './verdictWords.js';

/** So few causes are shown open. */
const FEW = 3;

/** Of all timelines together so many rows are shown, of each so many at least and at most. */
const ROWS = 1600;
const LEAST = 6;
const MOST = 24;

/** @param number of a case, by which it is known in the page */
export function failures(
  cases: readonly JudgedCase[],
  number: (one: JudgedCase) => number,
  rerun: (id: string) => string,
): Html {
  const groups = groupFailures(cases);
  const failed = groups.reduce((sum, { others }) => sum + others.length + 1, 0);
  const rows = Math.max(LEAST, Math.min(MOST, Math.floor(ROWS / failed)));
  const about = (one: JudgedCase, isOpen: boolean) =>
    failure(one, { number: number(one), isOpen, rows, rerun });
  return html`<section id="failures" aria-labelledby="failures-title"><h2 id="failures-title" tabindex="-1">Failures</h2>
${groups.length === 0 ? html`<p>None.</p>` : html`<p class="note">By what may be their cause, the most basic first. Timelines are drawn with the oldest record on the left; what did not come back is a crossed frame, what came back more than once two bars, what was altered a wedge.</p>`}
${groups.map((group) => aboutGroup(group, groups.length <= FEW, about))}</section>`;
}

function aboutGroup(
  { first, flaw, others }: Group,
  isOpen: boolean,
  about: (one: JudgedCase, isOpen: boolean) => Html,
): Html {
  return html`<article class="group"><h3>${flaw.reason} <span class="vendor">${first.vendor}</span></h3><p class="says">${flaw.says}</p>
${about(first, isOpen)}
${others.length === 0 ? undefined : html`<details class="others"><summary><span class="quiet">${others.length} more of the same cause</span></summary>${others.map((one) => about(one, false))}</details>`}</article>`;
}

interface How {
  number: number;
  isOpen: boolean;
  /** Of its timeline. */
  rows: number;
  rerun(id: string): string;
}

function failure(one: JudgedCase, { number, isOpen, rows, rerun }: How): Html {
  const { title, strength, level, flaws = [], exchange = [], timeline } = one;
  const cited = new Set(flaws.flatMap(({ request = [] }) => request).map(String));
  const rules = rulesBroken(one);
  return html`<details class="failure" id="case-${number}" data-of="${number}"${isOpen ? html` open` : undefined}><summary><h4>${badge('fail', strength === 'must' ? 'failed' : 'should hold')} <code>${one.case}</code></h4><span class="title">${title} <span class="note">(level ${level})</span></span></summary>
${flaws.map(({ says, expected, actual }) => html`<dl class="flaw"><div><dt>What</dt><dd>${says}</dd></div><div><dt>Expected</dt><dd>${expected}</dd></div><div><dt>Actual</dt><dd>${actual}</dd></div></dl>`)}
${rules.length === 0 ? undefined : html`<h5>Rules</h5><ul class="rules">${rules.map(({ id, says, at }) => html`<li><code>${id}</code> ${says}${at === undefined ? undefined : html` <span class="note">${at}</span>`}</li>`)}</ul>`}
${exchange.length === 0 ? undefined : html`<h5>Exchange</h5><pre tabindex="0" role="region" aria-label="Exchange of ${one.case}">${exchange.map((line) => (cited.has(line.split('  ')[0] ?? '') ? html`<mark>${line}</mark>\n` : html`${line}\n`))}</pre>`}
${timeline && timelineFigure(timeline, one.case, rows)}
<h5>Ask again</h5><pre class="rerun" tabindex="0" role="region" aria-label="Command that asks ${one.case} again"><code>${whole(rerun(one.case))}</code></pre></details>`;
}
