/** Judges the completeness of what a client of a session got. */
import { Temporal } from 'temporal-polyfill';
import { found } from '../../fixtures/language/found.js';
import { instant } from '../../fixtures/language/instant.js';
import { nearest } from '../../fixtures/language/nearest.js';
import type { GivenAnswer } from '../AnswerLedger.js';
import { instantOf } from '../Clock.js';
import { Misuse } from '../Misuse.js';
import type { SessionPart } from '../SessionPart.js';
import type { Completeness, CompletenessQuestion } from '../Simulator.js';
import type { Window } from '../Trail.js';
import { keyOf } from '../World.js';
import { eventsIn, hull, type Judgement, judge } from './judge.js';
import { judgeDelivery } from './judgeDelivery.js';
import { saysMissing, saysRepeated } from './says.js';
import { tellAll } from './tell.js';
import { type Event, Walk } from './Walk.js';
import { whyRepeated } from './whyRepeated.js';

/** @throws Misuse where there is no such ticket, credential or action, or the times are none that a window can have */
export function completenessOf(part: SessionPart, question: CompletenessQuestion): Completeness {
  const { vendor, target } = question;
  const address = part.part.addressOf(target);
  const given = part.answers.of(keyOf(address));
  const answers = given && answersFor(given, question.credential);
  const [begun] = answers ?? [];
  const about = {
    ...{ vendor, target },
    ...(begun?.credential.entry.name !== undefined && { credential: begun.credential.entry.name }),
    answers: answers?.length ?? 0,
  };
  if (!answers) return notJudged(about, 'there were more answers than are remembered');
  if (!begun)
    return notJudged(
      about,
      'no answer had records: nothing was asked for, or all of it was refused',
    );
  if (answers.some(({ served }) => served.window === undefined))
    return notJudged(about, 'records were asked for by what is in them');
  const walk = new Walk(part, address, answers);
  const usual = hull(walk);
  const asked = windowOf(question, usual, part.actions);
  const judged = judge(walk, asked);
  const others = eventsIn(walk, usual);
  if (!judged || !others)
    return notJudged(about, 'there are more records than are judged, a million');
  const delivered = part.deliveries.of(keyOf(address));
  return {
    ...{ ...about, asked: inWords(asked), ...told(part, walk, judged) },
    ...(delivered && { delivered: judgeDelivery(part, walk, judged, others, delivered) }),
  };
}

type About = Pick<Completeness, 'vendor' | 'target' | 'answers'> & { credential?: string };

function notJudged(about: About, because: string): Completeness {
  return {
    ...about,
    ...{ judged: false, because, complete: false, asked: {} },
    ...{ events: 0, served: 0, missed: 0, repeated: 0 },
    ...{ missedBecause: {}, repeatedBecause: {}, missedEvents: [], repeatedEvents: [] },
  };
}

/** Those of the first that asked, and of others that see what it sees. */
function answersFor(answers: readonly GivenAnswer[], name: string | undefined): GivenAnswer[] {
  const of = (credential: GivenAnswer['credential']) => credential.entry.name === name;
  const first = name === undefined ? answers[0] : answers.find((one) => of(one.credential));
  if (name !== undefined && !first)
    throw new Misuse('missing', `nothing was asked with a credential ${JSON.stringify(name)}`);
  return answers.filter(({ viewed }) => viewed.key === first?.viewed.key);
}

/** @param occurring actions; where none of those that are wanted is among them, all would seem well */
function windowOf(
  { since, until, actions = [] }: CompletenessQuestion,
  usual: Window,
  occurring: ReadonlySet<string>,
): Window {
  const [wanted] = actions;
  if (wanted !== undefined && !actions.some((action) => occurring.has(action)))
    throw new Misuse('wrong', whyNone(wanted, [...occurring]), 'actions');
  const window = {
    since: since === undefined ? usual.since : instantOf(since, 'since'),
    until: until === undefined ? usual.until : instantOf(until, 'until'),
    actions: wanted === undefined ? usual.actions : actions,
  };
  if (since !== undefined && until !== undefined && Number(window.until) < Number(window.since))
    throw new Misuse('wrong', `expected ${since} or later, found ${found(until)}`, 'until');
  return window;
}

function whyNone(wanted: string, occurring: readonly string[]): string {
  if (occurring.length === 0)
    return `expected none, as events have no actions, found ${found(wanted)}`;
  const close = nearest(wanted, occurring);
  const hint = close === undefined ? '' : `; did you mean ${close}?`;
  return `expected actions that occur, found ${found(wanted)}${hint}`;
}

function inWords({ since, until, actions }: Window): Completeness['asked'] {
  return {
    ...(Number.isFinite(since) && { since: instant(since as number) }),
    ...(Number.isFinite(until) && { until: instant(until as number) }),
    ...(actions && { actions }),
  };
}

function told(part: SessionPart, walk: Walk, { events, first, again, causes }: Judgement) {
  const missed = events.filter(({ identity }) => !first.has(identity));
  const repeated = events.filter(({ identity }) => again.has(identity));
  const missing = tellAll(part, walk, missed, ({ identity }) => {
    const cause = causes.get(identity);
    return cause && { ...cause, says: saysMissing(cause) };
  });
  const reasons = whyRepeated(repeated, first, again);
  const repeating = tellAll(part, walk, repeated, ({ identity }) => {
    const cause = reasons.get(identity);
    return cause && { ...cause, says: saysRepeated(cause) };
  });
  return {
    ...{ judged: true, complete: missed.length === 0, events: events.length },
    ...{ served: events.length - missed.length, missed: missed.length, repeated: repeated.length },
    ...{ missedBecause: missing.counts, repeatedBecause: repeating.counts },
    ...{ missedEvents: missing.told, repeatedEvents: repeating.told },
    ...delayOf(part, events, first),
  };
}

/** From when a record could be read until it was served. */
function delayOf(
  { born }: SessionPart,
  events: readonly Event[],
  first: Judgement['first'],
): Pick<Completeness, 'delay'> {
  const delays = events
    .flatMap(({ identity, time, visibleFrom }) => {
      const answer = first.get(identity);
      return answer ? [answer.given.time - Math.max(visibleFrom ?? time, born)] : [];
    })
    .sort((a, b) => a - b);
  const [longest] = delays.slice(-1);
  if (longest === undefined) return {};
  const median = delays[Math.floor(delays.length / 2)] as number;
  return { delay: { median: duration(median), longest: duration(longest) } };
}

function duration(milliseconds: number): string {
  return Temporal.Duration.from({ milliseconds: Math.max(0, milliseconds) })
    .round({ largestUnit: 'hours' })
    .toString();
}
