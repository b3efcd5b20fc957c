/** How a server answers what nobody says, for people, and as a profile to paste into a fixture. */
import { profileText } from './profileText.js';
import type { Drift } from './Report.js';
import { switchesByReason } from './switchesByReason.js';

/** @param vendor as a fixture calls it */
export function driftLines(drift: Drift, vendor: string): string[] {
  const { page, answers, usual, open } = drift;
  const differs = answers.flatMap(({ switch: name, value, usual: chosen, exchange }) => [
    `  ${name}: ${value}  (by default: ${chosen})`,
    ...exchange.map((line) => `    ${line}`),
  ]);
  return [
    ...section(
      'drift: what this server does otherwise than its page says; each is told above',
      page.map(({ case: id, rules }) => `  ${id}: ${rules.join(', ')}`),
    ),
    ...section('drift: what nobody says, where it is not as the simulator is by default', differs),
    ...section(
      'what nobody says, and could not be told',
      switchesByReason(open).map(([because, names]) => `  ${names.join(', ')}: ${because}`),
    ),
    ...(usual.length === 0 ? [] : [`as the simulator is by default: ${usual.join(', ')}`, '']),
    ...(answers.length === 0
      ? []
      : [
          'for a fixture, so that the simulator is as this server:',
          ...profileText(drift, vendor)
            .split('\n')
            .map((line) => `  ${line}`),
          '',
        ]),
  ];
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${heading}:`, ...lines, ''];
}
