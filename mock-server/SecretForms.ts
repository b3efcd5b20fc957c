/** Known secrets, and as JSON has them, to be found wherever they begin in a text. */

/** Shorter ones stand in too many words that have nothing to do with them. */
const SHORTEST = 5;

export class SecretForms {
  /** By how they begin, so that a text is walked once however many there are; the longest first. */
  readonly #byStart = new Map<string, string[]>();

  constructor(secrets: readonly string[]) {
    const forms = [...new Set(secrets.flatMap(formsOf))].sort((a, b) => b.length - a.length);
    for (const form of forms) {
      const start = form.slice(0, SHORTEST);
      const known = this.#byStart.get(start);
      if (known) known.push(form);
      else if (form.length >= SHORTEST) this.#byStart.set(start, [form]);
    }
  }

  /** A text with something else in place of each; of two that begin at one place, the longer counts. */
  replace(text: string, instead: (found: string) => string): string {
    if (this.#byStart.size === 0) return text;
    const folded = fold(text);
    let [done, rest] = ['', 0];
    for (let i = 0; i + SHORTEST <= text.length; i++) {
      const forms = this.#byStart.get(folded.slice(i, i + SHORTEST));
      const form = forms?.find((one) => folded.startsWith(one, i));
      if (form === undefined) continue;
      done += text.slice(rest, i) + instead(text.slice(i, i + form.length));
      rest = i + form.length;
      i = rest - 1;
    }
    return done + text.slice(rest);
  }
}

/** Without regard to case, in which servers and proxies write as they like; nothing moves. */
export function fold(text: string): string {
  return text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
}

function formsOf(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  return [secret, decoded(secret), json, json.replaceAll('/', '\\/')].map(fold);
}

/** Of a secret that a fixture has in percent. */
function decoded(secret: string): string {
  try {
    return decodeURIComponent(secret);
  } catch {
    return secret;
  }
}
