/** The rules of a vendor, and the cases that ask about each. */
import { type Rule, readEventRules, readRules } from '../../../specs/rules.js';
import type { JudgedCase, Report } from '../Report.js';
import { rulesBroken } from '../rulesBroken.js';
import { type Html, html } from './html.js';
import { badge, KINDS, type Kind, kindOf, kindWords } from './kinds.js';

/** What rules may stand on, the firmest first. */
const bases: Readonly<Record<Rule['basis'], string>> = {
  page: 'On the vendor’s page',
  standard: 'In a standard',
  observed: 'Publicly observed',
  ours: 'Never lose, never pass off a part as the whole',
  silence: 'What nobody says',
};

const words: Readonly<Record<Kind, string>> = {
  fail: 'broken',
  error: 'could not be judged',
  known: 'broken, known',
  skip: 'not judged',
  pass: 'holds',
};

/** @param number of a case, by which it is known in the page */
export function ruleMatrix(
  { role, cases }: Pick<Report, 'role' | 'cases'>,
  number: (one: JudgedCase) => number,
): Html {
  const vendors = [...new Set(cases.map(({ vendor }) => vendor))];
  return html`<section id="rules" aria-labelledby="rules-title"><h2 id="rules-title" tabindex="-1">Rules and their cases</h2>
<p class="note">A rule is broken where a case that stands on it failed. Each mark is a case, and leads to it; within a table, the arrow keys go from one to the next.</p>
${vendors.map((vendor) => ofVendor(vendor, role, cases, number))}</section>`;
}

/** A rule, and what came of the cases that stand on it. */
interface Judged {
  rule: Rule;
  cases: readonly JudgedCase[];
  verdict: Kind;
}

function ofVendor(
  vendor: string,
  role: Report['role'],
  all: readonly JudgedCase[],
  number: (one: JudgedCase) => number,
): Html {
  const own = all.filter((one) => one.vendor === vendor);
  const cited = new Map(own.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule])));
  const judged = [...cited.values()].map((rule) => {
    const cases = own.filter(({ rules }) => rules.some(({ id }) => id === rule.id));
    return { rule, cases, verdict: verdictOf(rule, cases) };
  });
  if (judged.length === 0) return html``;
  const groups = Object.entries(bases).map(([basis, title]) => ({
    title,
    rules: judged.filter(({ rule }) => rule.basis === basis).sort(brokenFirst),
  }));
  const table = html`<table class="matrix" role="table"><caption>Rules of ${vendor}: ${countsOf(judged)}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Verdict</th><th scope="col" role="columnheader">Rule</th><th scope="col" role="columnheader">Cases</th></tr></thead>
${groups
  .filter(({ rules }) => rules.length > 0)
  .map(
    ({ title, rules }) =>
      html`<tbody role="rowgroup"><tr role="row" class="basis"><th scope="rowgroup" role="rowheader" colspan="3">${title}</th></tr>${rules.map((one) => row(one, number))}</tbody>`,
  )}</table>`;
  const others = rulesOf(vendor, role).filter(({ id }) => !cited.has(id));
  return html`<div class="group"><h3>${vendor}</h3>${table}${others.length === 0 ? undefined : uncited(others)}</div>`;
}

function brokenFirst(a: Judged, b: Judged): number {
  const rank = ({ verdict }: Judged) => Math.min(KINDS.indexOf(verdict), KINDS.indexOf('skip'));
  return rank(a) - rank(b);
}

/** Such as `2 broken, 40 hold`. */
function countsOf(judged: readonly Judged[]): string {
  return KINDS.map((kind) => [kind, judged.filter(({ verdict }) => verdict === kind).length])
    .filter(([, count]) => count !== 0)
    .map(([kind, count]) => `${count} ${kind === 'pass' ? 'hold' : words[kind as Kind]}`)
    .join(', ');
}

function row({ rule, cases, verdict }: Judged, number: (one: JudgedCase) => number): Html {
  const { id, says, at, level } = rule;
  const isOnlyShould =
    verdict === 'fail' && cases.every((one) => kindOf(one) !== 'fail' || one.strength === 'should');
  const place = at === undefined ? undefined : html` <span class="note">(${at})</span>`;
  return html`<tr role="row" class="rule"><td role="cell">${badge(verdict, isOnlyShould ? 'should hold' : words[verdict])}</td><th scope="row" role="rowheader"><code>${id}</code> <span class="level">${level}</span><span class="block says">${says}${place}</span></th><td role="cell"><span class="cells">${cases.map((one) => cell(one, number(one)))}</span></td></tr>`;
}

function cell(one: JudgedCase, number: number): Html {
  const kind = kindOf(one);
  return html`<a class="${kind}" data-of="${number}" href="#case-${number}"><span>${kindWords[kind]}: ${one.case}</span></a>`;
}

/** The worst of its cases'; one that was never judged says nothing. */
function verdictOf({ id }: Rule, cases: readonly JudgedCase[]): Kind {
  const told = cases.map((one) => {
    const isNone = one.verdict === 'fail' && !rulesBroken(one).some((rule) => rule.id === id);
    return isNone ? 'skip' : kindOf(one);
  });
  const [worst = 'skip'] = KINDS.filter((kind) => kind !== 'skip' && told.includes(kind));
  return worst;
}

/** What a role of a vendor has to do with. */
function rulesOf(vendor: string, role: Report['role']): Rule[] {
  const ofEvents = readEventRules(vendor);
  if (role === 'normalizer') return ofEvents;
  return readRules(vendor).filter(({ id }) => !ofEvents.some((rule) => rule.id === id));
}

function uncited(rules: readonly Rule[]): Html {
  return html`<details class="uncited"><summary>${badge('skip', 'not judged')} ${rules.length} more rules, about which this run asked nothing</summary><ul class="rules">${rules.map(({ id, says, untested }) => html`<li><code>${id}</code> ${says}${untested === undefined ? undefined : html` <span class="block note">${untested}</span>`}</li>`)}</ul></details>`;
}
