/** Says what was looked at in a line that stands for no record, and what would have been like one. */

import { written } from '../../fixtures/language/FixtureText.js';
import { found } from '../../fixtures/language/found.js';
import type { SubjectMatch } from '../subjects/Subject.js';
import { instantOf } from './instantOf.js';
import { leavesOf } from './leavesOf.js';
import { placed } from './placed.js';

/** How many examples are enough. */
const SHOWN = 4;
/** Numbers below it, in milliseconds, are hardly meant as times. */
const LEAST_TIME = Date.UTC(1990);

/**
 * @param number of the line, from 1
 * @param said by it
 * @param alike the places of those records that have the text that stands in it
 */
export function whyUnlike(
  number: number,
  said: unknown,
  { text, time }: SubjectMatch,
  records: readonly unknown[],
  alike: readonly number[],
): string {
  const line = `in line ${number}, match`;
  const there = `; there is ${some(placesIn(said)) || 'no place in it'}`;
  const own = placed(said, text);
  if (own === undefined)
    return `${line} found nothing at ${text}, where the text should be${there}`;
  const [first] = alike;
  if (first === undefined) {
    const texts = leavesOf(records[number - 1] ?? records[0]).filter(isText);
    const would = texts.length === 0 ? '' : `; it would be ${some(texts.map(found), ' or ')}`;
    return `${line} found ${found(own)} at ${text}, which is no record's own text, all of it${would}`;
  }
  const when = placed(said, time);
  if (when === undefined)
    return `${line} found nothing at ${time}, where the time should be${there}`;
  const times = leavesOf(records[first]).filter((leaf) => (instantOf(leaf) ?? 0) > LEAST_TIME);
  const would = times.length === 0 ? '' : `; it would be ${some(times.map(found), ' or ')}`;
  return `${line} found ${found(when)} at ${time}, which is not the time of a record that has ${found(own)} and has not come already${would}`;
}

function isText(leaf: unknown): boolean {
  return typeof leaf === 'string' && leaf !== '';
}

function some(words: readonly string[], between = ', '): string {
  const once = [...new Set(words)];
  return once.slice(0, SHOWN).join(between) + (once.length > SHOWN ? ' …' : '');
}

/** The places of all that has no parts, as a subject file has them. */
function placesIn(value: unknown, path: readonly string[] = []): string[] {
  if (value === null || typeof value !== 'object') return path.length === 0 ? [] : [written(path)];
  return Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]));
}
