/** Finds out which credential an unknown one nearly was. */
import { isSecret } from '../fixtures/language/secrets.js';
import type { Exchange } from './Exchange.js';
import { TAGGED } from './freshEntry.js';
import type { Session } from './Session.js';

interface Owned {
  session: string;
  vendor: string;
  /** The credential's name, and which of its secrets it is. */
  name: string | undefined;
  key: string;
}

/** A text that was sent, or what it is once something is undone that was done to it. */
interface Variant {
  text: string;
  /** What was done to it; empty where it stands as it was sent. */
  done: string;
}

/** How often, in words. */
const TIMES = ['', 'once', 'twice', 'three times'];

export class NearMisses {
  readonly #owned = new Map<string, Owned>();
  readonly #open: ReadonlySet<string>;

  constructor(sessions: readonly Session[]) {
    this.#open = new Set(sessions.map(({ id }) => id));
    for (const { id, parts } of sessions)
      for (const { vendor, credentials } of parts)
        for (const { name, ...entry } of credentials.list())
          for (const [key, value] of Object.entries(entry))
            if (isSecret(key))
              this.#owned.set(value, { session: id, vendor: vendor.name, name, key });
  }

  /** What it was in words, and the secrets of others that it may hold. */
  of(exchange: Exchange): { nearMiss?: string; secrets: string[] } {
    if (exchange.vendor === undefined) return { secrets: [] };
    const sent = sentBy(exchange);
    const variants = sent.flatMap(variantsOf);
    const secrets = variants.map(({ text }) => text);
    for (const { text, done } of variants) {
      const owned = this.#owned.get(text);
      if (owned) return { nearMiss: describe(owned, done, exchange), secrets };
    }
    for (const { text } of variants) {
      const [, id] = TAGGED.exec(text) ?? [];
      if (id === undefined) continue;
      const why = this.#open.has(id) ? 'has no such credential now' : 'is closed';
      return { nearMiss: `a credential of session ${id}, which ${why}`, secrets };
    }
    return sent.length === 0 ? { nearMiss: 'no credential was sent', secrets } : { secrets };
  }
}

function describe(
  { session, vendor, name, key }: Owned,
  done: string,
  { vendor: asked }: Exchange,
) {
  const whose = name === undefined ? '' : ` of ${JSON.stringify(name)}`;
  const how = done === '' ? '' : `, ${done}`;
  const where = vendor === asked ? '' : `, sent to ${asked}`;
  const changed = how + where || ', sent in a way that is not accepted';
  return `${vendor} ${key}${whose}, session ${session}${changed}`;
}

/** What a request may have meant as its credential. */
function sentBy({ headers, endpoint, body, target }: Exchange): Variant[] {
  const at = headers.findIndex((name, i) => i % 2 === 0 && name.toLowerCase() === 'authorization');
  const value = at < 0 ? '' : (headers[at + 1] ?? '');
  const word = /\S+$/.exec(value)?.[0];
  const [, query = ''] = /\?(.*)$/.exec(target) ?? [];
  const form = endpoint === 'token' && body ? body.toString() : '';
  const fields = [...new URLSearchParams(query), ...new URLSearchParams(form)];
  return [
    ...(word === undefined ? [] : [{ text: word, done: '' }, ...basic(word)]),
    ...fields.filter(([name]) => isSecret(name)).map(([, text]) => ({ text, done: '' })),
  ];
}

/** A user and a password, as Basic has them. */
function basic(word: string): Variant[] {
  const pair = Buffer.from(word, 'base64').toString();
  const [user = '', ...rest] = pair.split(':');
  return [
    { text: user, done: 'in Basic' },
    { text: rest.join(':'), done: 'as the password of Basic' },
    { text: pair, done: 'in base64' },
  ].filter(({ text }) => /^[!-~]+$/.test(text));
}

function variantsOf(sent: Variant): Variant[] {
  const variants = [sent];
  let { text } = sent;
  for (const times of TIMES.slice(1)) {
    const undone = decoded(text);
    if (undone === text) break;
    text = undone;
    variants.push({ text, done: together(sent, `percent-encoded ${times}`) });
  }
  const bare = text.replace(/^(["'])(.*)\1$/, '$2');
  if (bare !== text) variants.push({ text: bare, done: together(sent, 'in quotes') });
  const encoded = encodeURIComponent(sent.text);
  if (encoded !== sent.text)
    variants.push({ text: encoded, done: together(sent, 'percent-decoded') });
  return variants;
}

function together({ done }: Variant, more: string): string {
  return done === '' ? more : `${more} ${done}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
