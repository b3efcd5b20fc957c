/** Shortens secrets, so that what was sent can be shown. */
import { isSecret } from '../fixtures/language/secrets.js';

export interface Shortened {
  text(text: string): string;
  header(name: string, value: string): string;
}

/** What is left of a secret. */
const LEFT = 4;

/** Headers whose whole value is one. */
const PROVING = /^(authorization|proxy-authorization|cookie|x-api-key|api-key)$/i;

/** A secret of a session, wherever it stands; its end is not known where it is encoded. */
const TAGGED = /(?:[0-9a-f]{10}|default)-[0-9a-f]{6}-[^\s"'&;,<>]*/gi;

/** A field of a form, of a query, of JSON, and of a multipart form: its name and its value. */
const FIELDS = [
  /(?<=^|[?&])([\w.-]+)(=)([^&\s]*)/g,
  /"([\w.-]+)"(\s*:\s*")((?:[^"\\]|\\.)*)/g,
  /name="?([\w.-]+)"?((?:\r?\n[^\r\n]+)*(?:\r?\n){2})([^\r\n]*)/g,
];

/** @param known secrets beside those that sessions were given, wherever they stand and however they are encoded */
export function shortened(known: readonly string[]): Shortened {
  const forms = [...new Set(known.flatMap(formsOf))]
    .filter((form) => form.length > LEFT)
    .sort((a, b) => b.length - a.length);
  const text = (value: string) => {
    let safe = value;
    for (const form of forms) safe = safe.replaceAll(form, short(form));
    safe = safe.replace(TAGGED, short);
    for (const field of FIELDS)
      safe = safe.replace(field, (whole, name: string, _between, secret: string) =>
        isSecret(name) && secret !== ''
          ? whole.slice(0, whole.length - secret.length) + short(secret)
          : whole,
      );
    return safe;
  };
  return {
    text,
    header: (name, value) => (PROVING.test(name) ? value.replace(/\S+$/, short) : text(value)),
  };
}

function short(secret: string): string {
  return secret.endsWith('…') ? secret : `${secret.slice(0, LEFT)}…`;
}

function formsOf(secret: string): string[] {
  const encoded = encodeURIComponent(secret);
  return [secret, encoded, encodeURIComponent(encoded), Buffer.from(secret).toString('base64')];
}
