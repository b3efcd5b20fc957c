/** Which ways of what nobody says a subject survives. */
import type { JudgedSilence } from '../Report.js';
import { type Html, html } from './html.js';
import { badge } from './kinds.js';

export function silences(judged: readonly JudgedSilence[]): Html | undefined {
  const asked = judged.filter(({ cases }) => cases > 0);
  if (asked.length === 0) return undefined;
  return html`<section id="silences" aria-labelledby="silences-title"><h2 id="silences-title" tabindex="-1">What nobody says</h2>
<table class="silences" role="table"><caption>What nobody says, each way that it could be</caption><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Verdict</th><th scope="col" role="columnheader">Switch</th><th scope="col" role="columnheader">Where it fails</th></tr></thead><tbody role="rowgroup">${asked.map(row)}</tbody></table></section>`;
}

function row({ vendor, switch: name, value, cases, failed }: JudgedSilence): Html {
  return html`<tr role="row"><td role="cell">${badge(failed.length > 0 ? 'fail' : 'pass')}</td><th scope="row" role="rowheader"><code>${vendor}/${name}: ${value}</code></th><td role="cell">${failed.length === 0 ? `in none of ${cases} cases` : html`<ul>${failed.map((one) => html`<li><code>${one.case}</code> ${one.says}</li>`)}</ul>`}</td></tr>`;
}
