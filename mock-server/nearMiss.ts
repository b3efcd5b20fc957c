/** Finds out which credential an unknown one nearly was. */
import { isSecret } from '../fixtures/language/secrets.js';
import type { Exchange } from './Exchange.js';
import { taggedBy } from './freshEntry.js';
import type { OwnedText } from './ownedTexts.js';

/** Whose a text is. */
export interface Owner extends OwnedText {
  session: string;
  vendor: string;
}

/** Who knows whose texts are whose, and looks through no list of sessions for it. */
export interface Owners {
  /** Whose a text is, be it only in another case. */
  ownerOf(text: string): Owner | undefined;
  isOpen(session: string): boolean;
}

/** A text that was sent, or what it is once something is undone that was done to it. */
interface Variant {
  text: string;
  /** What was done to it; empty where it stands as it was sent. */
  done: string;
}

/** How often, in words. */
const TIMES = ['', 'once', 'twice', 'three times'];

/** Of more of them, or longer ones, nobody asks whose they are: a stranger must not make it dear. */
const MOST = 12;
const LONGEST = 1024;

/** What a request without a good credential nearly was, in words; undefined where it was near to nothing. */
export function nearMiss(exchange: Exchange, owners: Owners): string | undefined {
  const sent = sentBy(exchange).slice(0, MOST);
  if (sent.length === 0) return 'no credential was sent';
  const variants = sent
    .filter(({ text }) => text.length <= LONGEST)
    .flatMap(variantsOf)
    .slice(0, MOST);
  for (const variant of variants) {
    const owner = owners.ownerOf(variant.text);
    if (owner && !(isInPlace(owner, exchange) && sent.includes(variant)))
      return describe(owner, variant, exchange);
  }
  for (const { text } of variants) {
    const session = taggedBy(text);
    if (session === undefined || isInPlace({ session, vendor: exchange.vendor }, exchange))
      continue;
    const why = owners.isOpen(session) ? 'has no such credential now' : 'is closed';
    return `a credential of session ${session}, which ${why}`;
  }
  return undefined;
}

/** What a client asks its own session for a token with may be right; then it is what stands beside it that is wrong. */
function isInPlace(
  { session, vendor }: { session: string; vendor: string | undefined },
  { endpoint, session: own, vendor: asked }: Exchange,
): boolean {
  return endpoint === 'token' && session === own && vendor === asked;
}

/** What a request has sent as credentials, and all that this may be a form of. */
export function secretsSentBy(exchange: Exchange): string[] {
  if (exchange.vendor === undefined) return [];
  return sentBy(exchange)
    .flatMap(variantsOf)
    .map(({ text }) => text);
}

function describe(
  { session, vendor, name, key, text: own }: Owner,
  { text, done }: Variant,
  { vendor: asked, session: played, isOwn }: Exchange,
): string {
  const whose = name === undefined ? '' : ` of ${JSON.stringify(name)}`;
  const how = [
    ...(text === own ? [] : ['in another case']),
    ...(done === '' ? [] : [done]),
    ...(vendor === asked ? [] : [`sent to ${asked}`]),
    ...(isOwn && session !== played ? [`sent to session ${played}`] : []),
  ];
  if (how.length === 0) how.push('sent in a way that is not accepted');
  return [`${vendor} ${key}${whose}`, `session ${session}`, ...how].join(', ');
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
    { text: user, done: rest.join('') === '' ? 'in Basic' : 'in Basic with a password' },
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
