/** Plays one case for servers: asks, and judges what was answered. */
import { counted } from '../../fixtures/language/counted.js';
import type { Given } from '../../specs/conformance/types.js';
import type { ServerCase } from '../cases/Case.js';
import type { JudgedVendor } from '../JudgedVendor.js';
import type { Flaw, Verdict } from '../judge/Verdict.js';
import { ClientError } from '../reference/ClientError.js';
import type { Exchange } from './Asked.js';
import { Evidence } from './Evidence.js';
import { exchangeLine } from './exchangeLine.js';
import { hiding } from './hiding.js';
import { judgeRelation } from './judgeRelation.js';
import { readSilence } from './readSilence.js';
import type { ServerConversation } from './ServerConversation.js';
import type { Trail } from './Trail.js';
import { Unasked } from './Unasked.js';

/** How many requests of a case are shown. */
const SHOWN = 8;

export async function playServer(
  one: ServerCase,
  conversation: ServerConversation,
  vendor: JudgedVendor,
): Promise<Verdict> {
  const start = performance.now();
  const because = (verdict: 'skip' | 'error', why: string): Verdict => ({
    ...{ case: one.id, verdict, because: why },
    milliseconds: Math.round(performance.now() - start),
  });
  // What proves who asks is known only once it has been sent.
  const hide = () => hiding(conversation.secrets);
  try {
    const evidence = await gathered(one, conversation, vendor);
    const flaws = (one.holds ?? []).flatMap((relation) => judgeRelation(relation, evidence) ?? []);
    const { flaw, found } = one.silence ? readSilence(one.silence, evidence) : {};
    if (one.silence) conversation.switches.set(one.silence.switch, found?.values ?? []);
    const hidden = hide();
    const all = distinct(flaw ? [...flaws, flaw] : flaws).map(({ says, actual, ...rest }) => ({
      ...{ ...rest, says: hidden.conceal(says), actual: hidden.conceal(actual) },
    }));
    return {
      ...{ case: one.id, verdict: all.length > 0 ? 'fail' : 'pass' },
      ...(all.length > 0 && { flaws: all }),
      ...(found && { found }),
      ...((all.length > 0 || found) && {
        exchange: shown(evidence, all).map(([each, names]) => exchangeLine(each, names, hidden)),
      }),
      milliseconds: Math.round(performance.now() - start),
    };
  } catch (error) {
    if (error instanceof Unasked) return because('skip', error.message);
    if (error instanceof ClientError) return because('error', hide().conceal(error.message));
    throw error;
  }
}

/** Several relations may be broken in one and the same way. */
function distinct(flaws: readonly Flaw[]): Flaw[] {
  return [...new Map(flaws.map((flaw) => [flaw.says, flaw])).values()];
}

/** What was asked for a case, and whatever else shows what is wrong. */
function shown({ asked }: Evidence, flaws: readonly Flaw[]): [Exchange, string[]][] {
  const cited = flaws.map(({ request }) => request);
  const own = [...asked].flatMap(([name, { exchanges }]) =>
    name === 'whole' && asked.size > 1 ? [] : exchanges,
  );
  const all = [...asked.values()].flatMap(({ exchanges }) => exchanges);
  const kept = new Set([...own.slice(0, SHOWN), ...all.filter(({ n }) => cited.includes(n))]);
  const namesOf = (one: Exchange) =>
    [...asked].flatMap(([name, { exchanges }]) => (exchanges.includes(one) ? [name] : []));
  return [...kept].sort((a, b) => a.n - b.n).map((one) => [one, namesOf(one)]);
}

/** @throws Unasked where what a case needs is not there */
async function gathered(
  { given = {}, asks = {} }: ServerCase,
  conversation: ServerConversation,
  vendor: JudgedVendor,
): Promise<Evidence> {
  const trail = (await conversation.trail()) ?? conversation.emptyTrail();
  refuseUngiven(given, trail, conversation);
  const asked = new Map([['whole', await conversation.whole()]]);
  for (const [name, ask] of Object.entries(asks))
    asked.set(name, await conversation.ask(ask, trail));
  return new Evidence(asked, trail, vendor);
}

/** @throws Unasked which says what is missing */
function refuseUngiven(
  { records = 0, times = 0, kinds = 0, credential, switches = {} }: Given,
  trail: Trail,
  conversation: ServerConversation,
): void {
  const needed = [
    [records, trail.records.length, 'record'],
    [times, trail.times.length, 'time'],
    [kinds, trail.kinds.length, 'kind'],
  ] as const;
  for (const [least, found, what] of needed)
    if (found < least)
      throw new Unasked(`the log has ${counted(found, what)}, and ${least} are needed to tell`);
  if (credential !== undefined && !conversation.hasPart(credential))
    throw new Unasked(`the credential has no ${credential}`);
  for (const [name, right] of Object.entries(switches)) {
    const found = conversation.switches.get(name);
    const fitting = [right].flat().map(String);
    // What was not asked in this run may be so.
    if (found && !(found.length > 0 && found.every((value) => fitting.includes(String(value)))))
      throw new Unasked(
        `it can only be told with ${name}: ${fitting.join(' or ')}, found ${found.join(' or ') || 'nothing'}`,
      );
  }
}
