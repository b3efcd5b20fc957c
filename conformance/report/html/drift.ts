/** How a server answers what nobody says. */
import { profileText } from '../profileText.js';
import type { Drift, Report } from '../Report.js';
import { switchesByReason } from '../switchesByReason.js';
import { type Html, html, whole } from './html.js';

export function drift({ drift, cases }: Report): Html | undefined {
  if (drift === undefined) return undefined;
  const { answers, usual, open } = drift;
  return html`<section id="drift" aria-labelledby="drift-title"><h2 id="drift-title" tabindex="-1">Drift</h2>
<p class="note">What nobody says of this vendor, as this server has it.</p>
${answers.length === 0 ? html`<p>Nothing was found that is not as the simulator is by default.</p>` : answers.map(difference)}
${answers.length === 0 ? undefined : html`<h3>For a fixture, so that the simulator is as this server</h3><pre class="profile" tabindex="0" role="region" aria-label="Profile">${whole(profileText(drift, cases[0]?.vendor ?? ''))}</pre>`}
${open.length === 0 ? undefined : html`<h3>What could not be told</h3><ul>${switchesByReason(open).map(([because, names]) => html`<li><code>${names.join(', ')}</code>: ${because}</li>`)}</ul>`}
${usual.length === 0 ? undefined : html`<h3>As the simulator is by default</h3><p>${usual.join(', ')}</p>`}</section>`;
}

function difference({ switch: name, value, usual, exchange }: Drift['answers'][number]): Html {
  return html`<details class="difference"><summary><code>${name}: ${String(value)}</code>, by default <code>${String(usual)}</code></summary>
<pre tabindex="0" role="region" aria-label="What shows it">${exchange.join('\n')}</pre></details>`;
}
