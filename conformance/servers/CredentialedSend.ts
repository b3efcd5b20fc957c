/** Sends requests with an account's credential, as often as it is allowed to, and patiently. */
import { ClientError, type ErrorCode } from '../reference/ClientError.js';
import type { Got, Wanted } from '../reference/VendorClient.js';
import { parsed } from './parsed.js';
import type { ServerReached } from './ServerReached.js';
import { Unasked } from './Unasked.js';

/** How often what did not come whole, or came too soon, is asked for again. */
const TRIES = 3;
/** More requests than these are not left without an answer in a row. */
const SILENCES = 3;
/** Milliseconds that are waited where a server that wants to wait does not say how long. */
const WAIT = 5000;
/** Milliseconds that are waited at most: limits are counted by the minute, or by less. */
const LONGEST = 120_000;

/** How doubtful it is, by what a refusal means, that the credential was understood; anything else is about something else. */
const DOUBTS: ReadonlyMap<ErrorCode, number> = new Map([
  ['forbidden', 2],
  ['unauthorized', 3],
]);

/** An answer, and to which request for a token, if it never came to what was asked for. */
export interface Answered {
  got: Got;
  instead?: string;
}

/** The token that was got, if the credential needs one; or what was answered in its place. */
interface Held {
  token?: string;
  refused?: Answered | undefined;
}

export class CredentialedSend {
  hasAnswered = false;
  /** How many requests in a row had no answer. */
  #silences = 0;
  /** Why it could not be reached at all. */
  #unreached: Error | undefined;
  /** Whatever has proved who asks, as it was sent. */
  readonly proofs = new Set<string>();
  readonly #reached: ServerReached;
  #token: Promise<Held> | undefined;
  /** The form of credential that the server takes, once that is known. */
  #usual: string | undefined;

  constructor(reached: ServerReached) {
    this.#reached = reached;
  }

  /**
   * In the first form that the server takes, or else in the one that it seems to know, which is then the usual one.
   * @param headers beside those that prove who asks
   * @param left names of headers that are not sent
   * @param form of the credential
   * @throws Unasked where the credential cannot be sent so
   * @throws ClientError where no whole answer comes, however often it is asked for
   */
  async send(
    wanted: Omit<Wanted, 'headers'>,
    headers: Wanted['headers'],
    left: readonly string[],
    form: string,
  ): Promise<Answered> {
    if (form !== 'usual') return this.#proved(wanted, headers, left, form);
    if (this.#usual !== undefined) return this.#proved(wanted, headers, left, this.#usual);
    const { client, server } = this.#reached.vendor;
    const doubt = ({ got }: Answered) =>
      got.status === 200 ? 0 : (DOUBTS.get(client.meaning(got)) ?? 1);
    let best: { form: string; answered: Answered } | undefined;
    for (const one of server.forms) {
      const answered = await this.#proved(wanted, headers, left, one);
      if (!best || doubt(answered) < doubt(best.answered)) best = { form: one, answered };
      if (answered.got.status === 200) break;
    }
    // Where none is taken, it is not for the form, and need not be tried again.
    const { form: usual, answered } = best as NonNullable<typeof best>;
    this.#usual = usual;
    return answered;
  }

  /** With a new token once, where the one that was used is dead. */
  async #proved(
    wanted: Omit<Wanted, 'headers'>,
    headers: Wanted['headers'],
    left: readonly string[],
    form: string,
  ): Promise<Answered> {
    const { vendor, account } = this.#reached;
    const isUsual = vendor.server.forms.includes(form);
    for (let isSecond = false; ; isSecond = true) {
      this.#token ??= this.#newToken();
      const { token, refused } = await this.#token;
      if (isUsual && refused) return refused;
      const proof = vendor.server.authorize(form, account.credential, token);
      if (!proof) throw new Unasked(`the credential cannot be sent in the form ${form}`);
      this.#keep(proof);
      const all = Object.entries({ ...headers, ...proof }).filter(([name]) => !left.includes(name));
      const got = await this.#patiently({ ...wanted, headers: Object.fromEntries(all) });
      const isSent = token !== undefined && Object.values(proof).some((one) => one.includes(token));
      const renewable = isSent && vendor.client.isTokenDead(got);
      if (!renewable || isSecond) return { got };
      this.#token = undefined;
    }
  }

  /** What stands behind the name of a scheme. */
  #keep(headers: Wanted['headers']): void {
    const [, value] = /^\S+ (.+)$/s.exec(headers.authorization ?? '') ?? [];
    if (value !== undefined) this.proofs.add(value);
  }

  async #newToken(): Promise<Held> {
    const { vendor, account } = this.#reached;
    for (let turn = 0, refused: Answered | undefined; ; turn++) {
      const wanted = vendor.client.tokenRequest(account.credential, turn);
      if (!wanted) return { refused };
      this.#keep(wanted.headers);
      const got = await this.#patiently(wanted);
      const read = got.status === 200 ? vendor.client.readToken(parsed(got.body) ?? {}) : undefined;
      if (read) return read;
      // To send a wrong password in every form may lock an account.
      const isFinal = vendor.client.meaning(got) === 'unauthorized';
      refused = { got, instead: `${wanted.method} ${wanted.path} (for a token)` };
      if (isFinal) return { refused };
    }
  }

  /** Waits as long as it is told, and asks again for what did not come whole. */
  async #patiently(wanted: Wanted): Promise<Got> {
    const { vendor, url, pace, send, sleep } = this.#reached;
    // Who does not answer the first, however often, is not tried with every other.
    if (this.#unreached) throw this.#unreached;
    if (this.#silences === SILENCES)
      throw new Unasked(`it has not answered ${SILENCES} requests in a row, and is left alone`);
    for (let tried = 1; ; tried++) {
      await pace.turn();
      try {
        const got = await send(url, wanted);
        this.hasAnswered = true;
        this.#silences = 0;
        if (got.status !== 429) return got;
        if (tried === TRIES)
          throw new ClientError('rate_limited', 'it wants to be asked less often; see --rate');
        const wait = vendor.client.waitOf(got) ?? retryAfter(got) ?? WAIT;
        if (wait > LONGEST)
          throw new ClientError('rate_limited', `it wants to be left alone for ${wait / 1000} s`);
        await sleep(wait);
      } catch (error) {
        const isPassing = error instanceof ClientError && error.code !== 'rate_limited';
        if (isPassing && tried < TRIES) continue;
        if (!this.hasAnswered) this.#unreached = error as Error;
        if (isPassing) this.#silences++;
        throw error;
      }
    }
  }
}

/** What a proxy says that stands before the vendor's server; in milliseconds. */
function retryAfter({ headers }: Got): number | undefined {
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  return Number.isNaN(seconds) ? undefined : seconds * 1000;
}
