/** Situations of the simulator that are to cost next to nothing, each beside one without it. */
import { filtered, PAGE_SIZE, targetOf } from './questions.js';
import { worldOf } from './writeWorld.js';

const MILLION = 1_000_000;

/**
 * @typedef {object} Side
 * @property {string} title
 * @property {(fixtures: { small: string, large: string }) => object} options the simulator's
 * @property {() => string[]} targets
 * @property {[count: number, options: object]=} sessions are opened, and asked by turns
 *
 * @typedef {object} Pair
 * @property {string} name
 * @property {boolean=} isSlow left out where there is little time
 * @property {[Side, Side]} sides the first is to answer nearly as often as the second
 */

/** @type {Pair[]} */
export const pairs = [
  depth('depth-generated', 'generated', () => ({ fixture: generated(MILLION) })),
  { ...depth('depth-listed', 'listed', ({ large }) => ({ fixture: large })), isSlow: true },
  {
    name: 'size',
    isSlow: true,
    sides: [
      size('10 million generated records', 10 * MILLION),
      size('1,000 generated records', 1000),
    ],
  },
  {
    name: 'journal',
    sides: [filtering('journal on'), filtering('journal off', { bounds: { journalEntries: 0 } })],
  },
  {
    name: 'sessions',
    isSlow: true,
    sides: [
      { ...filtering('10,000 sessions'), sessions: [10_000, {}] },
      { ...filtering('one session'), sessions: [1, {}] },
    ],
  },
  {
    name: 'faults',
    sides: [
      { ...filtering('100 faults that do not match'), sessions: [1, { faults: unmet(100) }] },
      { ...filtering('no fault'), sessions: [1, {}] },
    ],
  },
];

/** Each is looked at by every request, and none matches. */
function unmet(count) {
  return Array.from({ length: count }, (_, i) => ({
    when: { endpoint: 'audit-log', page: MILLION + i },
    do: 'reset',
  }));
}

function filtering(title, options = {}) {
  return {
    title,
    options: ({ small }) => ({ fixture: small, ...options }),
    targets: () => filtered().map(targetOf),
  };
}

function depth(name, kind, options) {
  const side = (title, first, last) => ({ title, options, targets: () => pages(first, last) });
  return {
    name,
    sides: [
      side(`pages 19,981 to 20,000 of a million ${kind} records`, 19_981, 20_000),
      side('its pages 1 to 20', 1, 20),
    ],
  };
}

function size(title, records) {
  return {
    title,
    options: () => ({ fixture: generated(records) }),
    targets: () => pages(1, 20),
  };
}

/** A world with one ticket whose records are made when they are asked for. */
function generated(records) {
  return worldOf({ 1001: { generate: { records, seed: 7 } } });
}

/** Of the first ticket; `since` is before all records, so that no two targets are the same. */
function pages(first, last) {
  return Array.from({ length: 4000 }, (_, i) => {
    const page = first + (i % (last - first + 1));
    const query = { page, page_size: PAGE_SIZE, since: MILLION + i };
    return `/v2/shop/issues/1001/_audit_logs?${new URLSearchParams(query)}`;
  });
}
