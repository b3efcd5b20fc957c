/**
 * Shortens secrets, so that what was sent can be shown. Hidden are: what stands under a name that
 * sounds like a secret's; the secrets that a session has or had, those of the default one, and those
 * of any that are more than a word, anywhere; and words that are a secret of any session. So they are in percent, in a form, in
 * base64, in hexadecimal or in the escapes of JSON, up to three of these one upon another.
 * Nothing can be promised of a secret that is encoded otherwise, is sent in pieces, has fewer than
 * five characters, or is no session's and stands under a name that says nothing.
 */
import { nestedEnd } from './nestedEnd.js';
import type { SecretForms } from './SecretForms.js';
import { undone } from './undone.js';

export interface Shortened {
  text(text: string): string;
  header(name: string, value: string): string;
  /** The value of a parameter. */
  parameter(name: string, value: string): string;
}

/** Hides what some secrets are, beside those that nobody is to see. */
export type Hide = (secrets: readonly string[]) => Shortened;

/** What is left of a secret at most, and never more than a third. */
const LEFT = 4;

const SECRET_NAME =
  /auth|key|token|secret|cookie|session|passw|passphrase|pwd|credential|assertion|jwt/i;

/** Headers of several parts, of which a first word may say how the others prove. */
const PROVING = /^(authorization|proxy-authorization|cookie|set-cookie)$/i;
const SCHEME = /^(basic|bearer|digest|apikey)$/i;

/** A secret of a session, wherever it stands; its end is not known where it is encoded. */
const TAGGED = /(?:[0-9a-f]{10}|default)-[0-9a-f]{6}-[^\s"'&;,<>]*/gi;

/** A field of a form, of a query, of JSON, and of a multipart form. */
const FIELDS = [
  /(?<=^|[?&;\s])(?<name>[^=&;\s?"]+)=(?<secret>[^&\s]+)/g,
  /"(?<name>(?:[^"\\]|\\.)+)"\s*:\s*(?:"(?<secret>(?:[^"\\]|\\.)+)|(?<plain>-?[\d.]+))/g,
  /\bname=(["']?)(?<name>[^"'\r\n;]+)\1[^\r\n]*(?:\r?\n[^\r\n]+){0,8}(?:\r?\n){2}(?<secret>[\s\S]*?)(?=\r?\n--|$)/g,
];

/** What begins a list or a mapping in JSON. */
const NESTED = /"((?:[^"\\]|\\.)+)"\s*:\s*(?=[[{])/g;

/** Texts that may be an encoded secret: the smaller first, as those leave more. */
const WORDS = [/[^\s"'&;,<>=()/?:@{}[\]]+/g, /[^\s"'&;,<>=()]+/g];

/**
 * @param known the forms of secrets that are hidden anywhere
 * @param isSecret whether a word is one
 */
export function shortened(
  known: readonly SecretForms[],
  isSecret: (word: string) => boolean,
): Shortened {
  const inPlace = (text: string) =>
    known.reduce((safe, forms) => forms.replace(safe, short), text.replace(TAGGED, short));
  const isAny = (text: string) =>
    isSecret(text) || inPlace(text) !== text || text.split(':').some(isSecret);
  const seen = new Map<string, boolean>();
  const hides = (word: string) => {
    const before = seen.get(word);
    if (before !== undefined) return before;
    const [, ...others] = undone(word);
    const found = isSecret(word) || others.some(isAny);
    seen.set(word, found);
    return found;
  };
  const text = (value: string) => {
    let safe = withoutNested(value);
    for (const field of FIELDS) safe = safe.replace(field, withoutValue);
    for (const words of WORDS)
      safe = safe.replace(words, (word) => (hides(word) ? short(word) : word));
    // Some secrets have in them what ends a word.
    return inPlace(safe).replace(/\S+/g, (word) => (isSecret(word) ? short(word) : word));
  };
  const parameter = (name: string, value: string) =>
    isSecretName(name) ? short(value) : text(value);
  return {
    text,
    parameter,
    header: (name, value) => (PROVING.test(name) ? proving(value) : parameter(name, value)),
  };
}

function proving(value: string): string {
  return value.replace(/[^\s,;]+/g, (part) => {
    if (SCHEME.test(part)) return part;
    const [name = '', ...rest] = part.split('=');
    // What is in base64 may end so.
    return /[^=]/.test(rest.join('')) ? `${name}=${short(rest.join('='))}` : short(part);
  });
}

function withoutValue(whole: string, ...rest: unknown[]): string {
  const { name = '', secret, plain } = rest.at(-1) as Record<string, string | undefined>;
  const value = secret ?? plain ?? '';
  return value !== '' && isSecretName(name)
    ? whole.slice(0, whole.length - value.length) + short(value)
    : whole;
}

function withoutNested(text: string): string {
  let [safe, rest] = ['', 0];
  for (const match of text.matchAll(NESTED)) {
    const begin = match.index + match[0].length;
    if (begin < rest || !isSecretName(match[1] as string)) continue;
    safe += `${text.slice(rest, begin)}…`;
    rest = nestedEnd(text, begin);
  }
  return safe + text.slice(rest);
}

function isSecretName(name: string): boolean {
  return undone(name).some((one) => SECRET_NAME.test(one));
}

/** What is left of one is not shortened again, however many ways lead to it. */
function isLeft(text: string): boolean {
  return text.endsWith('…') && text.length <= LEFT + 1;
}

function short(secret: string): string {
  return isLeft(secret)
    ? secret
    : `${secret.slice(0, Math.min(LEFT, Math.floor(secret.length / 3)))}…`;
}
