/** The command that asks a subject one case again. */
import type { Command } from 'commander';
import type { Report } from '../../conformance/report/Report.js';
import { quoted } from '../quoted.js';

/** What is of the whole run, and says nothing of how a case is asked. */
const OF_THE_RUN = [
  ...['report', 'out', 'seed', 'level', 'workers', 'silences'],
  ...['baseline', 'updateBaseline', 'issue'],
];

/**
 * @param cli with the options that were given
 * @param command of the subject, if it is not named by an option
 */
export function rerunOf(
  cli: Command,
  { role, seed }: Pick<Report, 'role' | 'seed'>,
  command: readonly string[],
): (id: string) => string {
  const given = cli.options
    .filter((option) => cli.getOptionValueSource(option.attributeName()) === 'cli')
    .filter((option) => !OF_THE_RUN.includes(option.attributeName()))
    .flatMap((option) => {
      const value: unknown = cli.getOptionValue(option.attributeName());
      const flag = option.long as string;
      return value === true ? [flag] : [value].flat().flatMap((one) => [flag, String(one)]);
    });
  const behind = command.length === 0 ? [] : ['--', ...command];
  return (id) =>
    ['auditrig', 'check', role, id, '--seed', String(seed), ...given, ...behind]
      .map(word)
      .join(' ');
}

/** As a shell reads it as one word. */
function word(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : quoted(text);
}
