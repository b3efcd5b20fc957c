/** What failed and nobody knew of, by its cause. */
import { type Group, groupFailures } from '../groupFailures.js';
import type { JudgedCase } from '../Report.js';
import type { AboutFailure } from './aboutFailures.js';
import { type Html, html } from './html.js';

/** So few causes are shown open. */
const FEW = 3;

export function failures(cases: readonly JudgedCase[], about: AboutFailure): Html {
  const groups = groupFailures(cases);
  return html`<section id="failures" aria-labelledby="failures-title"><h2 id="failures-title" tabindex="-1">Failures</h2>
${groups.length === 0 ? html`<p>None.</p>` : html`<p class="note">By what may be their cause, the most basic first. Timelines are drawn with the oldest record on the left; what did not come back is a crossed frame, what came back more than once two bars, what was altered a wedge.</p>`}
${groups.map((group) => aboutGroup(group, groups.length <= FEW, about))}</section>`;
}

function aboutGroup({ first, flaw, others }: Group, isOpen: boolean, about: AboutFailure): Html {
  return html`<article class="group"><h3>${flaw.reason} <span class="vendor">${first.vendor}</span></h3><p class="says">${flaw.says}</p>
${about(first, isOpen)}
${others.length === 0 ? undefined : html`<details class="others"><summary><span class="quiet">${others.length} more of the same cause</span></summary>${others.map((one) => about(one, false))}</details>`}</article>`;
}
