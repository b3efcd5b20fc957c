/** Runs cases on a subject, several at once, the basic ones first. */
import type { Case } from '../cases/Case.js';
import type { Verdict } from '../judge/Verdict.js';
import { BrokenSubject, type Conversation, type Subject } from '../subjects/Subject.js';

export interface Run<One extends Case, Talking extends Conversation> {
  subject: Subject<Talking>;
  /** The time zone of its machine; left out: as it is. */
  zone?: string;
  /** How many are asked at once, each of a subject of its own. */
  workers: number;
  play(one: One, conversation: Talking): Promise<Verdict>;
  /** Is told each verdict as it comes. */
  tell(verdict: Verdict): void;
}

/** @param cases in the order in which they are begun, as far as what they need allows */
export async function runCases<One extends Case, Talking extends Conversation>(
  cases: readonly One[],
  run: Run<One, Talking>,
): Promise<Verdict[]> {
  const line = new Line(cases, run);
  const workers = Math.min(run.workers, cases.length);
  // Whatever goes wrong with one, all subjects have been shown out before it is told.
  const ends = await Promise.allSettled(Array.from({ length: workers }, () => line.work()));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  await line.again();
  return cases.map(({ id }) => line.verdicts.get(id) as Verdict);
}

/** A case of which nothing came in time. */
interface Late<One extends Case> {
  one: One;
  verdict: Verdict;
}

/** So often nothing may come of a case before the subject has answered once. */
const SILENCES = 3;
const MUTE = `nothing came of the first ${SILENCES} cases, nor of any other`;

/** The cases that wait, and what has become of the others. */
class Line<One extends Case, Talking extends Conversation> {
  readonly verdicts = new Map<string, Verdict>();
  /** Those that showed no sign of life for too long while others were asked. */
  readonly #late: Late<One>[] = [];
  /** How often nothing came of a case, until the subject first answers. */
  #silences = 0;
  #hasAnswered = false;
  readonly #run: Run<One, Talking>;
  readonly #chosen: ReadonlySet<string>;
  #waiting: readonly One[];
  #busy = 0;
  #idle: (() => void)[] = [];

  constructor(cases: readonly One[], run: Run<One, Talking>) {
    this.#waiting = cases;
    this.#chosen = new Set(cases.map(({ id }) => id));
    this.#run = run;
  }

  /** Asks one case after the other, until none is left that can be asked now. */
  async work(): Promise<void> {
    const seat = new Seat(this.#run);
    try {
      while (true) {
        const one = this.#waiting.find((each) => this.#isReady(each));
        if (one) {
          this.#waiting = this.#waiting.filter((each) => each !== one);
          await this.#askOf(seat, one);
        } else if (this.#busy > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
        else break;
      }
    } catch (error) {
      this.#waiting = [];
      throw error;
    } finally {
      await seat.leave();
    }
  }

  async #askOf(seat: Seat<One, Talking>, one: One): Promise<void> {
    this.#busy++;
    try {
      const verdict = this.#notAsked(one) ?? (await seat.ask(one));
      this.#heed(verdict);
      if (isLate(verdict)) this.#late.push({ one, verdict });
      else this.#settle(verdict);
    } finally {
      this.#busy--;
      this.#wake();
    }
  }

  /** Asks those that were late once more, alone, and then those that need them. */
  async again(): Promise<void> {
    const seat = new Seat(this.#run);
    try {
      while (this.#late.length > 0) {
        const { one, verdict: before } = this.#late.shift() as Late<One>;
        const verdict = this.#isMute() ? before : await seat.ask(one);
        this.#heed(verdict);
        this.#settle(isLate(verdict) ? verdict : { ...verdict, slow: true });
        await this.work();
      }
    } finally {
      await seat.leave();
    }
  }

  #heed(verdict: Verdict): void {
    if (isSilent(verdict)) this.#silences++;
    else if (verdict.verdict !== 'skip') this.#hasAnswered = true;
  }

  /** To wait for each answer of one who never answers would take all day. */
  #isMute(): boolean {
    return !this.#hasAnswered && this.#silences > SILENCES;
  }

  #isReady({ needs }: Case): boolean {
    return needs.every((need) => !this.#chosen.has(need) || this.verdicts.has(need));
  }

  #notAsked({ id, needs }: Case): Verdict | undefined {
    if (!this.#hasAnswered && this.#silences >= SILENCES)
      return { case: id, verdict: 'skip', because: MUTE, milliseconds: 0 };
    for (const need of needs) {
      const { verdict = 'pass', because } = this.verdicts.get(need) ?? {};
      if (verdict === 'pass') continue;
      // What was not asked either has the reason of both.
      const why = verdict === 'skip' && because !== undefined ? because : `${need} did not pass`;
      return { case: id, verdict: 'skip', because: why, milliseconds: 0 };
    }
    return undefined;
  }

  #settle(verdict: Verdict): void {
    this.verdicts.set(verdict.case, verdict);
    this.#run.tell(verdict);
  }

  #wake(): void {
    const idle = this.#idle;
    this.#idle = [];
    for (const go of idle) go();
  }
}

/** Whether nothing came of it, however long one waits. */
function isSilent({ flaws = [] }: Verdict): boolean {
  return flaws[0]?.reason === 'no-reply' || flaws[0]?.reason === 'did-not-start';
}

function isLate({ flaws = [] }: Verdict): boolean {
  return flaws[0]?.reason === 'no-reply';
}

/** Where one subject sits; who does not keep to the protocol is shown out, and another takes the seat. */
class Seat<One extends Case, Talking extends Conversation> {
  readonly #run: Run<One, Talking>;
  #conversation: Talking | undefined;

  constructor(run: Run<One, Talking>) {
    this.#run = run;
  }

  async ask(one: One): Promise<Verdict> {
    try {
      this.#conversation ??= await this.#run.subject.open(this.#run.zone);
    } catch (error) {
      if (!(error instanceof BrokenSubject)) throw error;
      const { reason, message: says } = error;
      const flaw = { reason, says, expected: 'a subject that starts', actual: 'none' };
      return { case: one.id, verdict: 'fail', flaws: [flaw], milliseconds: 0 };
    }
    const why = unasked(one, this.#conversation);
    if (why) return { case: one.id, verdict: 'skip', because: why, milliseconds: 0 };
    const verdict = await this.#play(one, this.#conversation);
    if (this.#conversation.isOver || verdict.verdict === 'error') await this.leave();
    return verdict;
  }

  /** What goes wrong on our side is no fault of the subject's, and of no other case. */
  async #play(one: One, conversation: Talking): Promise<Verdict> {
    try {
      return await this.#run.play(one, conversation);
    } catch (error) {
      const { stack = String(error) } = error as Error;
      return { case: one.id, verdict: 'error', because: stack, milliseconds: 0 };
    }
  }

  async leave(): Promise<void> {
    await this.#conversation?.close();
    this.#conversation = undefined;
  }
}

/** Why a subject is not asked this. */
function unasked({ role, vendor, capabilities = [] }: Case, { introduction }: Conversation) {
  if (!introduction.roles.includes(role)) return `it does not claim to be a ${role}`;
  if (!introduction.vendors.includes(vendor)) return `it does not claim ${vendor}`;
  const missing = capabilities.filter((one) => !introduction.capabilities.includes(one));
  return missing.length > 0 ? `it does not claim ${missing.join(', ')}` : undefined;
}
