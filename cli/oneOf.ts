/** An argument that is one of a few words. */
import type { Argument } from 'commander';
import { FixtureError } from '../fixtures/language/FixtureError.js';
import { nearest } from '../fixtures/language/nearest.js';

/** Adds them to an argument, and what is said of any other word. */
export function oneOf(argument: Argument, words: readonly string[]): Argument {
  return argument.choices(words).argParser((word: string) => {
    if (words.includes(word)) return word;
    const meant = nearest(word, words);
    const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
    const message = `expected one of ${words.join(', ')}, found ${JSON.stringify(word)}${hint}`;
    throw new FixtureError([{ file: `<${argument.name()}>`, path: '', message }]);
  });
}
