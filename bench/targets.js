/** What is to be reached, and what was. */
import { coreShare, ENOUGH } from './coreShare.js';
import { ratios } from './ratios.js';
import { spread } from './spread.js';
import { verdict } from './verdict.js';

/** Of one contender over another; Express's is of Node 20 and 22, as newer ones treat it better. */
const contests = [
  ['ours', 'bare', 0.5],
  ['ours-filtered', 'bare', 0.4],
  ['ours', 'express', 2.5],
  ['ours', 'prism', 10],
  ['ours', 'mockoon', 25],
  ['ours', 'wiremock', 15],
  ['ours-filtered', 'json-server', 200],
];

const PAIR = 0.9;
const START = 2.5;
const LISTED = 1.25;
/** Bytes of each record, below which is what a process's memory varies by anyway. */
const GENERATED = 1;

/**
 * @param {object} figures as they were measured; parts may be missing
 * @returns {{ what: string, wanted: string, found: string, byCpu: string, verdict: string }[]}
 */
export function targets(figures) {
  return [...ofContenders(figures), ...ofPairs(figures), ...ofStart(figures), ...ofMemory(figures)];
}

function ofContenders({ contenders = [] }) {
  const named = (name) => contenders.find((one) => one.name === name && one.rounds.length > 0);
  return contests.flatMap(([name, other, atLeast]) => {
    const [one, beside] = [named(name), named(other)];
    if (!one || !beside) return [];
    return contest(`${one.title}, over ${beside.title}`, one.rounds, beside.rounds, atLeast);
  });
}

function ofPairs({ pairs = [] }) {
  return pairs.flatMap(({ titles: [one, other], ones, others }) =>
    contest(`${one}, over ${other}`, ones, others, PAIR),
  );
}

function contest(what, ones, others, atLeast) {
  const [one] = judged(what, ratios(ones, others), { atLeast });
  const isTold = [ones, others].every((rounds) => coreShare(rounds) >= ENOUGH);
  return [isTold ? one : { ...one, verdict: 'inconclusive' }];
}

function ofStart({ start }) {
  if (!start) return [];
  const rate = start.ours.map(({ took }, i) => took / start.express[i].took);
  return judged('start to first answer, of Express', { rate }, { atMost: START });
}

function ofMemory({ memory }) {
  if (!memory) return [];
  const { generated, listed } = memory;
  return [
    ...judged(
      'bytes in memory of a generated record',
      { rate: [generated] },
      { atMost: GENERATED },
    ),
    ...(listed
      ? judged(
          'memory of listed records, of their JSON',
          { rate: [listed.used / listed.json] },
          { atMost: LISTED },
        )
      : []),
  ];
}

function judged(what, { rate, cpu }, target) {
  const wanted = target.atLeast === undefined ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`;
  const byCpu = cpu ? spread(cpu) : '';
  return [{ what, wanted, found: spread(rate), byCpu, verdict: verdict(rate, target) }];
}
