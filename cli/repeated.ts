/** An option that may be given several times, each with one value, so that an argument may stand behind it. */
import { InvalidArgumentError, type Option } from 'commander';
import { nearest } from '../fixtures/language/nearest.js';
import { someText } from './someText.js';

/** @param choices the only values, if there are only some */
export function repeated(option: Option, choices?: readonly string[]): Option {
  return option.argParser((value: string, before: readonly string[] | undefined) => {
    if (choices?.includes(value) === false) {
      const meant = nearest(value, choices);
      throw new InvalidArgumentError(
        meant === undefined ? `Expected ${choices.join(', ')}.` : `Did you mean ${meant}?`,
      );
    }
    return [...(before ?? []), someText('a value')(value)];
  });
}
