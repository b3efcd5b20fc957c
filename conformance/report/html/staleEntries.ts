/** What of a baseline does not hold any more. */
import type { Report } from '../Report.js';
import { type Html, html } from './html.js';
import { issueLink } from './issueLink.js';

export function staleEntries(baseline: Report['baseline']): Html | undefined {
  if (!baseline || baseline.stale.length === 0) return undefined;
  return html`<section id="stale" aria-labelledby="stale-title"><h2 id="stale-title" tabindex="-1">Stale in the baseline</h2>
<p>What stands in <code>${baseline.file}</code> and does not hold makes the run fail; <code>--update-baseline --issue &lt;url&gt;</code> writes it anew.</p>
<ul class="stale">${baseline.stale.map(({ place, case: id, reason, issue, says, advice }) => html`<li><code>${id}</code>: ${reason} (${issueLink(issue)})<span class="block says">${says}; ${advice}</span><span class="block note">${place}</span></li>`)}</ul></section>`;
}
