/** Puts figures into tables. */
import { coreShare, ENOUGH } from './coreShare.js';
import { quartiles } from './quartiles.js';
import { ratios } from './ratios.js';
import { spread } from './spread.js';
import { targets } from './targets.js';

const MEGA = 1e6;
const whole = (value) => Math.round(value).toLocaleString('en');
const median = (numbers) => quartiles(numbers).median;

/**
 * @param {object} figures as they were measured; parts may be missing
 * @param {(head: string[], rows: string[][]) => string} table
 */
export function report(figures, table) {
  return [
    figures.machine,
    sayBusy(figures),
    figures.contenders && contenderTable(figures.contenders, table),
    ...sayAbsent(figures.contenders ?? []),
    figures.pairs && pairTable(figures.pairs, table),
    sizes(figures, table),
    figures.rates && rateTable(figures.rates, table),
    targetTable(targets(figures), table),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function contenderTable(contenders, table) {
  const bare = contenders.find(({ name }) => name === 'bare');
  const rows = contenders
    .filter(({ rounds }) => rounds.length > 0)
    .map(({ title, version, serves, rounds }) => {
      const { rate, cpu } = ratios(rounds, bare.rounds);
      return [`${title} ${version}`, serves, ...rates(rounds), spread(rate), spread(cpu)];
    });
  const head = ['a page of 50 records', 'serves', 'a second', 'CPU ms each'];
  return table([...head, 'of bare node:http', 'by CPU time'], rows);
}

/** Requests a second, and the processor's milliseconds of each. */
function rates(rounds) {
  const perSecond = median(rounds.map((round) => round.perSecond));
  const cpu = median(rounds.map((round) => round.cpu));
  return [whole(perSecond), cpu.toFixed(3)];
}

/** Undefined where the servers had their core for themselves. */
function sayBusy({ contenders = [], pairs = [] }) {
  const all = [
    ...contenders.map(({ rounds }) => rounds),
    ...pairs.flatMap(({ ones, others }) => [ones, others]),
  ].filter((rounds) => rounds.length > 0);
  const least = Math.min(...all.map(coreShare));
  if (all.length === 0 || least >= ENOUGH) return undefined;
  return `The machine was busy: a server had ${Math.round(least * 100)}% of its core. Go by CPU time, and measure again.`;
}

function sayAbsent(contenders) {
  return contenders
    .filter(({ absent }) => absent)
    .map(({ title, absent }) => `${title} could not run: ${absent}`);
}

function pairTable(pairs, table) {
  const rows = pairs.flatMap(({ titles, ones, others }) =>
    [ones, others].map((rounds, side) => [titles[side], ...rates(rounds)]),
  );
  return table(['auditrig', 'a second', 'CPU ms each'], rows);
}

function sizes({ start, memory }, table) {
  const rows = [];
  for (const [name, title] of Object.entries({ ours: 'auditrig', express: 'Express' }))
    if (start) {
      const took = median(start[name].map((one) => one.took));
      const resident = median(start[name].map((one) => one.resident));
      rows.push([`${title}: start to first answer`, `${whole(took)} ms`]);
      rows.push([`${title}: resident memory then`, `${whole(resident / MEGA)} MB`]);
    }
  if (memory?.listed) {
    const { json, used, resident } = memory.listed;
    rows.push(['a million listed records: JSON', `${whole(json / MEGA)} MB`]);
    rows.push(['a million listed records: in memory', `${whole(used / MEGA)} MB`]);
    rows.push(['a million listed records: resident', `${whole(resident / MEGA)} MB`]);
  }
  return rows.length > 0 ? table(['start and memory', ''], rows) : undefined;
}

function rateTable(rates, table) {
  const kinds = ['generated', 'normalized', 'validated'];
  const rows = rates.map(({ vendor, rounds }) => [
    vendor,
    ...kinds.map((kind) => whole(median(rounds.map((round) => round[kind])))),
  ]);
  return table(['records a second', ...kinds], rows);
}

function targetTable(judged, table) {
  if (judged.length === 0) return undefined;
  const rows = judged.map(({ what, wanted, found, byCpu, verdict }) => [
    ...[what, wanted, found, byCpu, verdict],
  ]);
  return table(['target', 'wanted', 'found', 'by CPU time', ''], rows);
}
