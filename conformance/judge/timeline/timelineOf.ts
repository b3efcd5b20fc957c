/** Makes the timeline of what a client was asked for. */
import { instant } from '../../../fixtures/language/instant.js';
import type { Delivered } from '../../../mock-server/completeness/Deliveries.js';
import { eventsIn, hull, judge } from '../../../mock-server/completeness/judge.js';
import { servedAs } from '../../../mock-server/completeness/judgeDelivery.js';
import { recognise } from '../../../mock-server/completeness/recognise.js';
import { tell } from '../../../mock-server/completeness/tell.js';
import { Walk, type WalkAnswer } from '../../../mock-server/completeness/Walk.js';
import { Misuse } from '../../../mock-server/Misuse.js';
import type { SessionPart } from '../../../mock-server/SessionPart.js';
import { keyOf } from '../../../mock-server/World.js';
import type { Outcome } from '../../subjects/Subject.js';
import type { Conceal } from '../concealing.js';
import type { Asked, Wholly } from '../judgeRecords.js';
import { type Passed, passedOf } from './passedOf.js';
import { stretchesOf, type Together } from './stretchesOf.js';
import type { Fate, Invented, Stretch, Timeline, TimelineAnswer } from './Timeline.js';

/** So many stretches, and so many answers, are told. */
const MOST = 100;
/** So many of the answers that had a record, of the places where it came back, and of what was invented. */
const FEW = 5;
/** How much of what was invented is shown, and of what a record says. */
const SHOWN = 160;

/**
 * @param wholly `all-along`: what came into being while the client read need not have come back
 * @param conceal hides secrets
 * @returns undefined where no answer had records, or there is too much to say what is what
 */
export function timelineOf(
  { session, vendor, target, query }: Asked,
  outcome: Outcome,
  wholly: Wholly,
  conceal: Conceal,
): Timeline | undefined {
  const part = session.parts.find((one) => one.vendor.name === vendor);
  const address = (part && addressIn(part, target)) ?? [];
  const given = part?.answers.of(keyOf(address)) ?? [];
  const own = given.filter(({ viewed }) => viewed.key === given[0]?.viewed.key);
  if (!part || own.length === 0 || own.some(({ served }) => !served.window)) return undefined;
  const walk = new Walk(part, address, own);
  const { since, until, actions } = query;
  const judged = judge(walk, {
    since: millisecondsOf(since),
    until: millisecondsOf(until),
    actions,
  });
  const others = eventsIn(walk, hull(walk));
  if (!judged || !others) return undefined;
  // What was judged by is what counts, as lines have been recognised for it.
  const delivered = part.deliveries.of(keyOf(address)) ?? deliveredBy(outcome);
  const known = new Map([...others, ...judged.events].map((event) => [event.identity, event]));
  const expected = [...known.keys()].map((identity) => servedAs(walk, identity));
  const found = recognise(delivered, expected, part.vendor.language.timeKey);
  if (found.unclear !== undefined) return undefined;
  const end = wholly === 'all-along' ? part.born : Number.POSITIVE_INFINITY;
  const passed = passedOf(walk, judged, [...known.values()], found, end);
  const stretches = chosen(stretchesOf(passed));
  const invented = [...delivered.entries()].filter(([at]) => found.matches[at] === undefined);
  return {
    ...{ records: passed.length, returned: delivered.length, wrong: wrongOf(passed) },
    answers: walk.answers.slice(0, MOST).map(aboutAnswer),
    answersLeft: Math.max(0, walk.answers.length - MOST),
    stretches: stretches.map((one) => aboutStretch(part, walk, one, conceal)),
    left: stretches.reduce((left, { from, to }) => left - (to - from), passed.length),
    invented: {
      count: invented.length,
      first: invented.slice(0, FEW).map(([at, one]) => aboutInvented(one, at, conceal)),
    },
  };
}

/** Undefined where there is no such ticket, which may be what a case is about. */
function addressIn({ part }: SessionPart, target: Asked['target']): readonly string[] | undefined {
  try {
    return part.addressOf(target);
  } catch (error) {
    if (error instanceof Misuse) return undefined;
    throw error;
  }
}

function millisecondsOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Date.parse(text);
}

function deliveredBy({ lines, records }: Outcome): Delivered[] {
  return lines ? lines.map((line) => ({ line })) : records.map((record) => ({ record }));
}

/** What is wrong first, where there is too much. */
function chosen(stretches: readonly Together[]): readonly Together[] {
  if (stretches.length <= MOST) return stretches;
  const wrong = stretches.filter(({ first }) => first.fate !== 'returned');
  const some = new Set([...new Set([...wrong.slice(0, MOST / 2), ...stretches])].slice(0, MOST));
  return stretches.filter((one) => some.has(one));
}

function wrongOf(passed: readonly Passed[]): Partial<Record<Fate, number>> {
  const wrong: Partial<Record<Fate, number>> = {};
  for (const { fate } of passed) if (fate !== 'returned') wrong[fate] = (wrong[fate] ?? 0) + 1;
  return wrong;
}

function aboutAnswer({ given: { n, time, served, arrival } }: WalkAnswer): TimelineAnswer {
  const { from, to, total, order } = served;
  return { n, time: instant(time), from: from + 1, to, total, order, arrived: arrival.delivery };
}

function aboutStretch(
  part: SessionPart,
  walk: Walk,
  { from, to, first, last }: Together,
  conceal: Conceal,
): Stretch {
  const { fate, event, served, says } = first;
  const { visibleFrom } = event;
  return {
    ...{ fate, from: from + 1, to },
    ...{ first: instant(event.time), last: instant(last.event.time) },
    ...(visibleFrom !== undefined && { visible: instant(visibleFrom) }),
    gist: cut(conceal(tell(part, walk, event).gist)),
    served: served.slice(0, FEW),
    ...{ firstAt: first.at.slice(0, FEW), lastAt: last.at.slice(0, FEW) },
    ...(says !== undefined && { says }),
  };
}

function aboutInvented(one: Delivered, at: number, conceal: Conceal): Invented {
  const text = 'line' in one ? one.line : JSON.stringify(one.record ?? null);
  return { at: at + 1, excerpt: cut(conceal(text)) };
}

function cut(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
