/** Plays one case: makes its world, asks the subject, and judges. */
import type { SessionOptions, SessionVendor } from '../../mock-server/Simulator.js';
import type { StartedSimulator } from '../../mock-server/startSimulator.js';
import type { ClientCase } from '../cases/Case.js';
import { credentialFor } from '../cases/fixtureCases.js';
import type { JudgedVendor } from '../JudgedVendor.js';
import { concealing } from '../judge/concealing.js';
import { exchangeLine } from '../judge/exchangeLine.js';
import { judgeClient } from '../judge/judgeClient.js';
import { timelineOf } from '../judge/timeline/timelineOf.js';
import type { Verdict } from '../judge/Verdict.js';
import { credentialParts } from '../subjects/credentialParts.js';
import type { Capability, ClientConversation, Conversation, Fetch } from '../subjects/Subject.js';
import type { How } from './judgeAll.js';

/** When worlds are, unless they must be of today. */
const NOW = '2025-03-31T06:30:00Z';
/** A ticket that needs nothing said of it. */
const TICKET = { generate: { records: 40 } };
/** Requests that no client needs. */
const ENDLESS = 3000;
/** Of what a subject asked, this much is shown, and what a flaw cites. */
const SHOWN = 12;

export interface Stage extends How {
  simulator: StartedSimulator;
  vendor: JudgedVendor;
  /** The host by which a subject reaches the simulator. */
  subjectHost: string | undefined;
}

export async function playClient(
  one: ClientCase,
  conversation: ClientConversation,
  { simulator, vendor, subjectHost, timeout, seed }: Stage,
): Promise<Verdict> {
  const start = performance.now();
  const { ask = {}, of } = one;
  const { capabilities } = conversation.introduction;
  const session = await simulator.sessions.open({
    ...(of ? {} : ownWorld(one, vendor, seed, capabilities)),
    ownPort: true,
  });
  try {
    const { baseUrl, credentials, targets } = session.vendors[vendor.name] as SessionVendor;
    const target = of?.target ?? targets[0] ?? {};
    const what: Fetch = {
      vendor: vendor.name,
      base_url: reachable(baseUrl, subjectHost),
      credentials: { ...partsOf(credentialFor(credentials, target)), ...ask.credentials },
      target: { ...target, ...ask.target },
      query: ask.query ?? {},
      now: new Date(session.clock.now()).toISOString(),
    };
    const unplaced = whyUnplaced(what.credentials, conversation);
    if (unplaced !== undefined)
      return { case: one.id, verdict: 'skip', because: unplaced, milliseconds: 0 };
    const time = capabilities.includes('virtual-clock')
      ? {
          sleepUntil(until: string) {
            const wait = Date.parse(until) - session.clock.now();
            if (wait > 0) session.clock.pass(wait);
            return new Date(session.clock.now()).toISOString();
          },
        }
      : undefined;
    const patience = { timeout, signs: () => session.requests, most: ENDLESS };
    const outcome = await conversation.fetch(what, time, patience);
    const overheard = conversation.overheard();
    const flaws = judgeClient(one, { session, what, outcome, overheard });
    const milliseconds = Math.round(performance.now() - start);
    if ('because' in flaws)
      return { case: one.id, verdict: 'skip', because: flaws.because, milliseconds };
    if (flaws.length === 0) return { case: one.id, verdict: 'pass', milliseconds };
    const cited = flaws.map(({ request }) => request);
    const exchange = session
      .journal()
      .entries.filter(({ n }, i) => i < SHOWN || cited.includes(n))
      .map(exchangeLine);
    const wholly = one.gets === 'all-along' ? 'all-along' : 'all';
    const asked = { session, vendor: vendor.name, target: what.target, query: what.query };
    const conceal = concealing(session.secrets());
    const timeline = timelineOf(asked, outcome, wholly, conceal);
    return {
      ...{ case: one.id, verdict: 'fail', flaws: conceal(flaws), exchange, milliseconds },
      ...(timeline && { timeline }),
    };
  } finally {
    await session.close();
  }
}

/** The world that a case asks for, and what goes wrong in it. */
function ownWorld(
  { world = {}, faults = [] }: ClientCase,
  vendor: JudgedVendor,
  seed: number,
  capabilities: readonly Capability[],
): SessionOptions {
  const { ticket = TICKET, profile = {}, credential, clock } = world;
  const runs = clock === 'real' && !capabilities.includes('virtual-clock');
  const fixture = vendor.caseFixture({
    ...{ now: runs ? 'today' : NOW, ticket: withSeed(ticket, seed), profile, credential },
    getsTokens: capabilities.includes('token'),
  });
  return { fixture, faults };
}

/** Why a subject cannot be given a credential. */
function whyUnplaced(credentials: object, { introduction }: Conversation): string | undefined {
  const { takes } = introduction;
  const missing = Object.keys(credentials).filter((name) => takes?.includes(name) === false);
  if (missing.length === 0) return undefined;
  return `it takes ${takes?.join(', ')}, and not ${missing.join(', ')}`;
}

/** What a credential has that is sent. */
function partsOf(entry: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(entry).filter(([name]) => credentialParts.includes(name)),
  );
}

function withSeed(ticket: object, seed: number): object {
  const { generate } = ticket as { generate?: object };
  return generate === undefined ? ticket : { ...ticket, generate: { seed, ...generate } };
}

function reachable(url: string, host: string | undefined): string {
  if (host === undefined) return url;
  const made = new URL(url);
  made.hostname = host;
  return made.origin;
}
