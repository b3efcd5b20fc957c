/** What of the page is shown; of use only where scripts run, which show it. */
import type { JudgedCase } from '../Report.js';
import { type Html, html } from './html.js';
import { KINDS, kindOf, kindWords } from './kinds.js';

export function filterForm(cases: readonly JudgedCase[]): Html {
  const vendors = [...new Set(cases.map(({ vendor }) => vendor))];
  const levels = [...new Set(cases.map(({ level }) => level))].sort();
  const verdicts = KINDS.filter((kind) => cases.some((one) => kindOf(one) === kind));
  return html`<form id="filters" role="search" aria-label="Filters" hidden>
<label class="text">Text <input type="search" name="text" autocomplete="off" spellcheck="false"></label>
${boxes(
  'Verdict',
  'verdict',
  verdicts.map((kind) => [kind, kindWords[kind]]),
)}
${
  vendors.length < 2
    ? undefined
    : boxes(
        'Vendor',
        'vendor',
        vendors.map((one) => [one, one]),
      )
}
${select(
  'Level',
  'level',
  levels.map((level) => [`${level}`, `up to ${level}`]),
)}
${select('Strength', 'strength', [
  ['must', 'must hold'],
  ['should', 'should hold'],
])}
<button type="button">Show all</button> <output role="status"></output></form>`;
}

type Choices = readonly (readonly [value: string, words: string])[];

function boxes(legend: string, name: string, choices: Choices): Html {
  return html`<fieldset><legend>${legend}</legend>${choices.map(([value, words]) => html`<label><input type="checkbox" name="${name}" value="${value}" checked> ${words}</label> `)}</fieldset>`;
}

function select(label: string, name: string, choices: Choices): Html {
  return html`<label>${label} <select name="${name}"><option value="">any</option>${choices.map(([value, words]) => html`<option value="${value}">${words}</option>`)}</select></label>`;
}
