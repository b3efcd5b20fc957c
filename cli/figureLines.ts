/** Figures of fixtures as lines: one each, and more only for many switches. */

import { counted } from '../fixtures/language/counted.js';
import { visible } from '../fixtures/language/visible.js';
import { columns } from './columns.js';
import type { Figures } from './figuresOf.js';

/** So many switches can be taken in at a glance at the end of a line. */
const FEW = 3;

/** Lines of switches are as long as can be read without moving the head. */
const WIDTH = 100;

export function figureLines(all: readonly ({ file: string } & Figures)[]): string[] {
  const lines = columns(all.map(cells));
  return all.flatMap(({ switches }, i) => [
    lines[i] ?? '',
    ...(count(switches) > FEW ? Object.entries(switches).flatMap(wrapped) : []),
  ]);
}

function cells({ file, name, vendors, ...figures }: { file: string } & Figures): string[] {
  const { tickets, records, first, last, credentials, switches } = figures;
  const switched = count(switches);
  return [
    visible(file),
    visible(name),
    vendors.join(', '),
    counted(tickets, 'ticket'),
    counted(records, 'record'),
    first === null ? '-' : `${first} to ${last}`,
    counted(credentials, 'credential'),
    switched > FEW
      ? `${switched} switches:`
      : switched === 0
        ? 'default switches'
        : Object.entries(switches)
            .flatMap(([vendor, values]) => pairs(values).map((pair) => `${vendor}/${pair}`))
            .join(' '),
  ];
}

/** A vendor's switches, on as many lines as they need. */
function wrapped([vendor, values]: [string, Record<string, unknown>]): string[] {
  const lines = [`    ${vendor}:`];
  for (const pair of pairs(values)) {
    const longer = `${lines.at(-1)} ${pair}`;
    if (longer.length <= WIDTH) lines[lines.length - 1] = longer;
    else lines.push(`      ${pair}`);
  }
  return lines;
}

function pairs(values: Record<string, unknown>): string[] {
  return Object.entries(values).map((pair) => pair.join('='));
}

function count(switches: Figures['switches']): number {
  return Object.values(switches).flatMap(pairs).length;
}
