/** Normalizers that take what is no strict JSON, or lose a part of it. */
import type { NormalizerMutant } from './NormalizerMutant.js';

/** Makes another text of each body before it is read. */
function reads(change: (body: string) => string): NonNullable<NormalizerMutant['whole']> {
  return (right, what) => right({ ...what, bodies: what.bodies.map(change) });
}

/** Leaves bodies out. */
function skips(isLeftOut: (body: string) => boolean): NonNullable<NormalizerMutant['whole']> {
  return (right, what) =>
    right({ ...what, bodies: what.bodies.filter((body) => !isLeftOut(body)) });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** As JSON.parse reads it, where it can. */
const parsed = (body: string) => (isJson(body) ? JSON.stringify(JSON.parse(body)) : body);

const HALF = /\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f])|(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}/gi;

export const jsonMutants: readonly NormalizerMutant[] = [
  {
    name: 'takes-the-last-of-a-key',
    mistake:
      'reads bodies as JSON.parse does, which keeps the last of a key that stands there twice',
    case: 'broken-bodies/key-twice',
    reason: 'no-error',
    whole: reads(parsed),
  },
  {
    name: 'looks-for-keys-as-they-are-spelt',
    mistake: 'takes a key that is escaped for another one',
    case: 'broken-bodies/escaped-key-twice',
    reason: 'no-error',
    whole: reads((body) => (/\\u00[0-7]/.test(body) ? parsed(body) : body)),
  },
  {
    name: 'replaces-halves-of-pairs',
    mistake: 'makes a replacement character of half of a surrogate pair',
    case: 'broken-bodies/half-a-pair',
    reason: 'no-error',
    also: ['broken-bodies/turned-pair', 'broken-bodies/half-in-a-key'],
    whole: reads((body) => body.replace(HALF, '\\ufffd')),
  },
  {
    name: 'cuts-numbers-down',
    mistake: 'makes the largest number of one that is too large',
    case: 'broken-bodies/number-too-large',
    reason: 'no-error',
    whole: reads((body) => body.replace(/\b1e\+?\d{3,}|\b\d{309,}/gi, '1e308')),
  },
  {
    name: 'reads-as-python-does',
    mistake: 'takes NaN and Infinity',
    case: 'broken-bodies/nan',
    reason: 'no-error',
    whole: reads((body) => body.replace(/-?\b(NaN|Infinity)\b/g, '0')),
  },
  {
    name: 'reads-as-javascript-does',
    mistake: 'takes commas that end a list, and single quotation marks',
    case: 'broken-bodies/trailing-comma',
    reason: 'no-error',
    whole: reads((body) => body.replaceAll(/,(?=\s*[\]}])/g, '')),
  },
  {
    name: 'reads-yaml',
    mistake: 'takes texts in single quotation marks',
    case: 'broken-bodies/single-quotes',
    reason: 'no-error',
    whole: reads((body) => (isJson(body) ? body : body.replaceAll("'", '"'))),
  },
  {
    name: 'reads-the-first-value',
    mistake: 'does not look at what stands behind a value',
    case: 'broken-bodies/two-values',
    reason: 'no-error',
    whole: reads((body) => {
      const ends = [...body.matchAll(/[\]}]/g)].map(({ index }) => body.slice(0, index + 1));
      return isJson(body) ? body : (ends.find(isJson) ?? body);
    }),
  },
  {
    name: 'skips-what-it-cannot-read',
    mistake: 'goes on with the other bodies where one is broken',
    case: 'broken-bodies/one-of-three',
    reason: 'no-error',
    also: ['broken-bodies/page', 'broken-bodies/cut-short'],
    whole: skips((body) => !isJson(body)),
  },
  {
    name: 'takes-nothing-for-no-records',
    mistake: 'takes an empty body for an empty list',
    case: 'broken-bodies/empty',
    reason: 'no-error',
    whole: skips((body) => body.trim() === ''),
  },
  {
    name: 'takes-anything-for-no-records',
    mistake: 'takes a body without the list for one with an empty list',
    case: 'bodies/refusal',
    reason: 'no-error',
    also: ['bodies/null-list', 'bodies/null-body', 'bodies/no-list', 'bodies/other-list'],
    vendor: ({ listOf }) => ({
      listOf(body) {
        const list = listOf(body);
        return Array.isArray(list) ? list : [];
      },
    }),
  },
  {
    name: 'skips-what-is-no-record',
    mistake: 'leaves out what is no object among the records',
    case: 'bodies/null-record',
    reason: 'no-error',
    also: ['bodies/text-record', 'bodies/list-record'],
    vendor: ({ listOf }) => ({
      listOf(body) {
        const list = listOf(body);
        return Array.isArray(list)
          ? list.filter((one) => one !== null && typeof one === 'object' && !Array.isArray(one))
          : list;
      },
    }),
  },
  {
    name: 'gives-up-in-the-deep',
    mistake: 'refuses what is nested more than twenty levels deep',
    case: 'bodies/hundred-levels',
    reason: 'gave-up',
    whole: reads((body) => (/(\[[^\]]*){21}|(\{[^}]*){21}/.test(body) ? '' : body)),
  },
  {
    name: 'falls-in-the-deep',
    mistake: 'runs out of stack where a body is nested too deeply',
    case: 'bodies/deep-around-the-list',
    reason: 'wrong-error',
    whole: (right, what) => {
      if (what.bodies.some((body) => /[[{]{5000}|(\{"[^"]*":){5000}/.test(body)))
        throw new RangeError('Maximum call stack size exceeded');
      return right(what);
    },
  },
];
