/** What could not be judged, or was not asked, and why. */
import type { JudgedCase } from '../Report.js';
import { type Html, html } from './html.js';
import { badge } from './kinds.js';

/** @param number of a case, by which it is known in the page */
export function notJudged(
  cases: readonly JudgedCase[],
  number: (one: JudgedCase) => number,
): Html | undefined {
  const reasons = new Map<string, [JudgedCase, ...JudgedCase[]]>();
  for (const kind of ['error', 'skip'])
    for (const one of cases.filter(({ verdict }) => verdict === kind)) {
      const key = `${kind} ${one.because}`;
      const known = reasons.get(key);
      if (known) known.push(one);
      else reasons.set(key, [one]);
    }
  if (reasons.size === 0) return undefined;
  return html`<section id="not-judged" aria-labelledby="not-judged-title"><h2 id="not-judged-title" tabindex="-1">Not judged</h2>
${[...reasons.values()].map((those) => aboutReason(those, number))}</section>`;
}

function aboutReason(
  those: [JudgedCase, ...JudgedCase[]],
  number: (one: JudgedCase) => number,
): Html {
  const [{ verdict, because = '' }] = those;
  const [why = '', ...rest] = because.split('\n');
  return html`<details class="group reason"><summary>${badge(verdict)} ${those.length === 1 ? 'one case' : `${those.length} cases`}: ${why}</summary>
${rest.length === 0 ? undefined : html`<pre tabindex="0" role="region" aria-label="What went wrong">${because}</pre>`}
<ul>${those.map((one) => html`<li data-of="${number(one)}"><a href="#case-${number(one)}">${one.case}</a></li>`)}</ul></details>`;
}
