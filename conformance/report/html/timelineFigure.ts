/** A timeline as a drawing, and in full as a table. */
import type { Fate, Stretch, Timeline } from '../../judge/timeline/Timeline.js';
import { type Html, html } from './html.js';
import { timelineDrawing } from './timelineDrawing.js';

const fates: Readonly<Record<Fate, string>> = {
  returned: 'came back once',
  altered: 'came back altered',
  repeated: 'came back more than once',
  lost: 'lost by the client',
  missed: 'never served',
};

const arrivals: Readonly<Record<Timeline['answers'][number]['arrived'], string>> = {
  whole: '',
  left: ', on which the client hung up',
  cut: ', which was cut',
  late: ', which was slow, and on which the client hung up',
  withheld: ', which was withheld',
};

/**
 * @param name of what it belongs to
 * @param most so many rows are shown, what is wrong first
 */
export function timelineFigure(timeline: Timeline, name: string, most: number): Html {
  const { records, returned, answers, answersLeft, stretches, invented } = timeline;
  const shown = shownOf(stretches, most);
  const told = shown.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const isLate = shown.some(({ visible }) => visible !== undefined);
  return html`<figure class="timeline"><figcaption><strong>Timeline</strong> ${inWords(timeline)}</figcaption>
${timelineDrawing(timeline)}
<div class="scroll" role="region" tabindex="0" aria-label="Timeline of ${name}"><table>
<caption>What happened, the oldest first, and what became of it</caption>
<thead><tr><th scope="col">Record</th><th scope="col">Happened</th>${isLate ? html`<th scope="col">Visible</th>` : undefined}<th scope="col">Served in</th><th scope="col">Returned as</th><th scope="col">What became of it</th></tr></thead>
<tbody>${shown.map((one) => row(one, isLate))}</tbody></table></div>
${told < records ? html`<p class="note">${records - told} of ${records} records are left out of the table.</p>` : undefined}
${invented.count > 0 ? html`<p>Invented, or not of this ticket: ${invented.count} of ${returned}, such as</p><ul class="invented">${invented.first.map(({ at, excerpt }) => html`<li>number ${at}: <code>${excerpt}</code></li>`)}</ul>` : undefined}
<details><summary>Answers with records: ${answers.length + answersLeft}</summary><ol class="answers">${answers.map(
    ({ n, time, from, to, total, order, arrived }) =>
      html`<li>Answer ${n}, ${time}: ${to < from ? 'no records' : `records ${from} to ${to}`} of ${total}, ${order}${arrivals[arrived]}</li>`,
  )}</ol>${answersLeft > 0 ? html`<p class="note">${answersLeft} more are left out.</p>` : undefined}</details></figure>`;
}

/** Counts of what is wrong. */
function inWords({ records, returned, wrong, invented }: Timeline): string {
  const kinds = Object.entries(wrong).map(([fate, count]) => `${count} ${fates[fate as Fate]}`);
  if (invented.count > 0) kinds.push(`${invented.count} invented`);
  const what = kinds.length === 0 ? 'nothing lost, repeated or invented' : kinds.join(', ');
  return `${records} records, ${returned} came back: ${what}`;
}

function shownOf(stretches: readonly Stretch[], most: number): readonly Stretch[] {
  if (stretches.length <= most) return stretches;
  const wrong = stretches.filter(({ fate }) => fate !== 'returned').slice(0, most / 2);
  const some = new Set([...new Set([...wrong, ...stretches])].slice(0, most));
  return stretches.filter((one) => some.has(one));
}

function row(stretch: Stretch, isLate: boolean): Html {
  const { from, to, first, last, visible, gist, served, firstAt, lastAt, fate, says } = stretch;
  return html`<tr class="${fate}"><th scope="row">${from === to ? from : `${from} to ${to}`}</th><td>${time(first)}${last === first ? undefined : html` to ${time(last)}`}${fate === 'returned' ? undefined : html`<span class="gist">${gist}</span>`}</td>${isLate ? html`<td>${visible === undefined ? 'at once' : time(visible)}</td>` : undefined}<td>${served.length === 0 ? 'none' : `answer ${served.join(', ')}`}</td><td>${placed(firstAt, lastAt)}</td><td><span class="fate">${fates[fate]}</span>${says === undefined ? undefined : html`<span class="why">${says}</span>`}</td></tr>`;
}

function time(instant: string): Html {
  return html`<time>${instant}</time>`;
}

/** Such as `number 1 to 40`, or `number 1 to 40, and 41 to 80`. */
function placed(first: readonly number[], last: readonly number[]): string {
  if (first.length === 0) return 'not at all';
  const runs = first.map((at, i) => (at === last[i] ? `${at}` : `${at} to ${last[i]}`));
  return `number ${runs.join(', and ')}`;
}
