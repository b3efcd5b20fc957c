/** Asks a server one thing after the other, gently, and remembers what it has answered. */
import type { Ask } from '../../specs/conformance/types.js';
import type { Names } from '../cases/Case.js';
import type { JudgedVendor } from '../JudgedVendor.js';
import { ClientError } from '../reference/ClientError.js';
import type { Wanted } from '../reference/VendorClient.js';
import type { Conversation, Introduction } from '../subjects/Subject.js';
import type { Asked, Exchange } from './Asked.js';
import { CredentialedSend } from './CredentialedSend.js';
import { filledForm } from './filledForm.js';
import { parsed } from './parsed.js';
import type { ServerReached } from './ServerReached.js';
import { Trail } from './Trail.js';
import { Unasked } from './Unasked.js';
import { AUDIT_LOG, type Listing, type ServerEndpoint } from './VendorServer.js';
import { writtenQuery } from './writtenQuery.js';

/** More pages than these are not read. */
const MOST_PAGES = 40;

export class ServerConversation implements Conversation {
  readonly introduction: Introduction;
  readonly isOver = false;
  /** Which values each switch may have, as far as that has been asked. */
  readonly switches = new Map<string, readonly unknown[]>();
  readonly #reached: ServerReached;
  readonly #asking: CredentialedSend;
  readonly #known = new Map<string, Promise<Asked>>();
  #count = 0;
  #trail: Promise<Trail | undefined> | undefined;

  constructor(reached: ServerReached) {
    this.#reached = reached;
    this.#asking = new CredentialedSend(reached);
    this.introduction = {
      subject: { name: reached.url },
      ...{ roles: ['server'], vendors: [reached.vendor.name], capabilities: [] },
    };
  }

  overheard(): string {
    return '';
  }

  async close(): Promise<void> {}

  /** What nobody else is to see: the parts of the credential, and the names of tickets. */
  get secrets(): readonly string[] {
    const { credential, ticket, empty = {}, foreign = {} } = this.#reached.account;
    const held = [credential, ticket, empty, foreign].flatMap((one) => Object.values(one));
    return [...held, ...this.#asking.proofs].filter((text) => text !== '');
  }

  /** Whether the credential has a part. */
  hasPart(name: string): boolean {
    return Object.hasOwn(this.#reached.account.credential, name);
  }

  /** All records of the known ticket; undefined where they cannot be read. */
  trail(): Promise<Trail | undefined> {
    this.#trail ??= this.#readTrail();
    return this.#trail;
  }

  async #readTrail(): Promise<Trail | undefined> {
    const { vendor, until } = this.#reached;
    const { records, exchanges } = await this.ask(vendor.server.whole, this.emptyTrail());
    const now = Date.parse(exchanges.at(-1)?.got?.headers.date ?? '');
    return records && new Trail(records, vendor.server, until, now || Date.now());
  }

  /** A trail of which nothing is known. */
  emptyTrail(): Trail {
    return new Trail([], this.#reached.vendor.server, this.#reached.until, Date.now());
  }

  /** How the whole trail was asked for. */
  whole(): Promise<Asked> {
    return this.ask(this.#reached.vendor.server.whole, this.emptyTrail());
  }

  /**
   * @param trail what names in the ask stand for; left out: what it gives is not asked for
   * @throws Unasked where the account has not what it needs
   * @throws ClientError where nothing was ever answered
   */
  async ask(ask: Ask, trail: Trail = this.emptyTrail()): Promise<Asked> {
    const { again, ...plain } = ask;
    const key = JSON.stringify([plain, ask.query && this.#written(ask.query, trail)]);
    const known = this.#known.get(key);
    if (known && !again) return known;
    const asked = ask.every ? this.#askPages(plain, trail) : this.#askOnce(plain, trail);
    if (!again) this.#known.set(key, asked);
    return asked;
  }

  async #askOnce(ask: Ask, trail: Trail): Promise<Asked> {
    const exchange = await this.#exchange(ask, trail);
    return { exchanges: [exchange], records: exchange.listing?.records };
  }

  /**
   * Until a page says that it is the last, has no records, or is refused though it is not the first;
   * or until there are so many that pages must have come again and again.
   */
  async #askPages(ask: Ask, trail: Trail): Promise<Asked> {
    const tooMany = 2 * trail.records.length || Number.POSITIVE_INFINITY;
    const exchanges: Exchange[] = [];
    const records: unknown[] = [];
    for (let number = 1; ; number++) {
      if (number > MOST_PAGES)
        throw new Unasked(`the ticket has more than ${MOST_PAGES} pages; name a shorter one`);
      const query = {
        ...ask.query,
        ...(number > 1 && this.#reached.vendor.server.page(number, records.length)),
      };
      const exchange = await this.#exchange({ ...ask, query }, trail);
      exchanges.push(exchange);
      const { listing } = exchange;
      if (!listing) {
        const isEnd = number > 1 && isRefusal(exchange);
        return { exchanges, records: isEnd ? records : undefined };
      }
      records.push(...listing.records);
      const isLast = !listing.more || listing.records.length === 0;
      if (isLast || records.length > tooMany) return { exchanges, records };
    }
  }

  async #exchange(ask: Ask, trail: Trail): Promise<Exchange> {
    const { vendor, account } = this.#reached;
    const name = ask.endpoint ?? AUDIT_LOG;
    const endpoint = vendor.server.endpoints[name] as ServerEndpoint;
    const names = this.#namesOf(ask.ticket ?? 'known');
    const method = ask.method ?? endpoint.method;
    const path = ask.path ?? endpoint.path;
    const query = this.#written({ ...endpoint.query, ...ask.query }, trail) + behind(ask.raw);
    const shown = path + (query === '' ? '' : `?${query}`);
    const body = ask.body === undefined ? endpoint.body : (ask.body ?? undefined);
    const headers: Record<string, string> = { ...endpoint.headers, ...withoutNull(ask.headers) };
    const wanted: Omit<Wanted, 'headers'> = {
      method: method as Wanted['method'],
      path: shown.replace(/\{(\w+)\}/g, (_, part: string) => encodeURIComponent(names[part] ?? '')),
      ...(body !== undefined && {
        body: filledForm(body, headers['content-type'] ?? '', account.credential),
      }),
    };
    const n = ++this.#count;
    const from = ask.ticket === undefined ? '' : ` (the ${ask.ticket} ticket)`;
    const by = ask.credential === undefined ? '' : ` (credential: ${ask.credential})`;
    const request = `${method} ${shown}${from}${by}`;
    const left = Object.keys(ask.headers ?? {}).filter((one) => ask.headers?.[one] === null);
    try {
      const form = ask.credential ?? 'usual';
      const { got, instead } = await this.#asking.send(wanted, headers, left, form);
      const read = parsed(got.body);
      const listing = got.status === 200 ? listed(vendor, name, read) : undefined;
      return { n, endpoint: name, request: instead ?? request, got, body: read, listing };
    } catch (error) {
      // Who has answered before, and does not answer this, is wrong about this.
      const isAnswer = error instanceof ClientError && error.code !== 'rate_limited';
      if (!isAnswer || !this.#asking.hasAnswered) throw error;
      const nothing = { got: undefined, body: undefined, listing: undefined };
      return { n, endpoint: name, request, failure: error.message, ...nothing };
    }
  }

  /** With the ticket's names in braces, as nobody else is to see what they stand for. */
  #written(query: NonNullable<Ask['query']>, trail: Trail): string {
    return writtenQuery(query, trail, Object.keys(this.#reached.account.ticket));
  }

  #namesOf(ticket: string): Names {
    const { vendor, account } = this.#reached;
    const made = vendor.server.tickets[ticket];
    if (made) return { ...account.ticket, ...made };
    const told = { known: account.ticket, empty: account.empty, foreign: account.foreign }[ticket];
    if (!told) throw new Unasked(`the account names no ${ticket} ticket`);
    return told;
  }
}

function isRefusal({ got }: Exchange): boolean {
  return got !== undefined && got.status >= 400 && got.status < 500;
}

function behind(raw: string | undefined): string {
  return raw === undefined ? '' : `&${raw}`;
}

function withoutNull(headers: Ask['headers'] = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter((one): one is [string, string] => one[1] !== null),
  );
}

function listed(vendor: JudgedVendor, endpoint: string, body: unknown): Listing | undefined {
  return body === undefined ? undefined : vendor.server.read(endpoint, body);
}
