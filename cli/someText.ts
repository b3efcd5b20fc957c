/** Reads an option that may not be empty, as a variable of a CI file may be. */
import { InvalidArgumentError } from 'commander';

/** For commander. @param what it is */
export function someText(what: string, fits = (text: string) => text.trim() !== '') {
  return (text: string): string => {
    if (fits(text)) return text;
    throw new InvalidArgumentError(`Expected ${what}.`);
  };
}
