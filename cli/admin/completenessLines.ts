/** A verdict on completeness as lines to read. */
import { styleText } from 'node:util';
import { counted } from '../../fixtures/language/counted.js';
import { visible } from '../../fixtures/language/visible.js';
import type { Completeness, DeliveryVerdict, ToldEvent } from '../../mock-server/Simulator.js';
import { type Group, groupLines } from './groupLines.js';

/** As much as tells what happened. */
const LONGEST_GIST = 80;

/** @param told what was delivered, where that is known here */
export function completenessLines(verdict: Completeness, told: readonly unknown[]): string[] {
  const { judged, because = '', delivered } = verdict;
  if (!judged) return [styleText('yellow', `not judged: ${visible(because)}`)];
  return [
    servedLine(verdict),
    ...(delivered ? [deliveredLine(delivered)] : []),
    ...groupLines([
      ...groups('never served', verdict.missedBecause, verdict.missedEvents),
      ...groups('served again', verdict.repeatedBecause, verdict.repeatedEvents),
      ...(delivered ? groupsOf(delivered, told) : []),
    ]),
  ];
}

function servedLine(verdict: Completeness): string {
  const { complete, events, served, missed, repeated, answers, asked } = verdict;
  const of = [
    ...(verdict.credential === undefined ? [] : [`with credential ${verdict.credential}`]),
    ...(asked.since === undefined ? [] : [`since ${asked.since}`]),
    ...(asked.until === undefined ? [] : [`until ${asked.until}`]),
    ...(asked.actions === undefined ? [] : [`of ${asked.actions.join(', ')}`]),
  ].join(' ');
  const rest = [
    `in ${counted(answers, 'answer')}${of && ` ${of}`}`,
    ...(repeated > 0 ? [`${repeated} of them more than once`] : []),
  ].join('; ');
  return complete
    ? styleText(
        'green',
        visible(`complete: ${served} of ${counted(events, 'event')} served, ${rest}`),
      )
    : styleText(
        'red',
        visible(
          `${missed} of ${counted(events, 'event')} ${missed === 1 ? 'was' : 'were'} never served; ${served} served ${rest}`,
        ),
      );
}

function deliveredLine(delivered: DeliveryVerdict): string {
  const { judged, because = '', received, faithful, order } = delivered;
  if (!judged) return styleText('yellow', visible(`what was delivered is not judged: ${because}`));
  const wrong = (['missing', 'repeated', 'invented', 'altered'] as const)
    .filter((kind) => delivered[kind] > 0)
    .map((kind) => `${delivered[kind]} ${kind}`);
  const way = received < 2 ? '' : `, ${order === 'mixed' ? 'in no order' : order}`;
  return faithful
    ? styleText('green', `delivered faithfully: ${received}${way}`)
    : styleText('red', `delivered ${received}${way}: ${wrong.join(', ')}`);
}

function groupsOf(delivered: DeliveryVerdict, told: readonly unknown[]): Group[] {
  if (!delivered.judged) return [];
  const { repeated, repeatedEvents, invented, inventedAt, altered, alteredAt } = delivered;
  return [
    ...groups('not delivered', delivered.missingBecause, delivered.missingEvents),
    {
      heading: 'delivered more than once',
      count: repeated,
      rows: repeatedEvents.map((event) => [...cells(event), `${event.times} times`]),
    },
    {
      heading: 'delivered, and like no event',
      count: invented,
      rows: inventedAt.map((at) => [placeOf(at), shortened(inWords(told[at]))]),
    },
    {
      heading: 'delivered otherwise than served',
      count: altered,
      rows: alteredAt.map(({ at, path }) => [placeOf(at), path || 'all of it']),
    },
  ];
}

/** A group for each cause. */
function groups(
  heading: string,
  counts: Readonly<Record<string, number>>,
  all: readonly ToldEvent[],
): Group[] {
  return Object.entries(counts).map(([cause, count]) => {
    const events = all.filter((event) => event.cause === cause);
    return {
      heading: `${heading}: ${cause}`,
      count,
      says: wordsOf(events),
      rows: events.map((event) => [...cells(event), answersOf(event)]),
    };
  });
}

/** What is said of them, whichever answers it was. */
function wordsOf(events: readonly ToldEvent[]): string {
  const all = new Set(events.map(({ says }) => says.replace(/ \(answers? [^()]*\)$/, '')));
  return [...all].join('; or ') || 'too many to look into them all';
}

function answersOf({ between }: ToldEvent): string {
  return between.length === 0
    ? ''
    : `${between.length === 1 ? 'answer' : 'answers'} ${between.join(' and ')}`;
}

function cells({ time, action, gist }: Pick<ToldEvent, 'time' | 'action' | 'gist'>): string[] {
  return [time, action ?? '', shortened(gist)];
}

function inWords(delivered: unknown): string {
  return typeof delivered === 'string' ? delivered : (JSON.stringify(delivered) ?? '');
}

function shortened(gist: string): string {
  return gist.length > LONGEST_GIST ? `${gist.slice(0, LONGEST_GIST)}…` : gist;
}

/** Lines are counted from 1, as people do. */
function placeOf(at: number): string {
  return `number ${at + 1}`;
}
