/** Looks for credentials where they must never be: in URLs, in output, and on the way to others. */
import type { Exchange } from '../../mock-server/Exchange.js';
import type { Flaw } from './Verdict.js';

interface Told {
  exchanges: readonly Exchange[];
  /** What a stranger could use. */
  secrets: readonly string[];
  /** Host and port that the subject was given. */
  host: string;
  /** What the subject wrote to stdout and stderr beside its answers. */
  overheard: string;
}

export function judgeSecrets({ exchanges, secrets, host, overheard }: Told): Flaw[] {
  const bare = exchanges.find(({ target }) => holdsOne(target, secrets));
  const strange = exchanges.find(({ headers, body = '' }) => {
    const given = named(headers, 'host');
    if (given === undefined || given === host) return false;
    return named(headers, 'authorization') !== undefined || holdsOne(body.toString(), secrets);
  });
  const flaws: Flaw[] = [];
  if (bare)
    flaws.push({
      reason: 'credential-leaked',
      says: 'a secret stands in a URL, which others write to logs',
      ...{ expected: 'secrets in headers or bodies only', actual: 'one in a URL' },
      ...{ cause: 'in a URL', request: bare.n },
    });
  if (holdsOne(overheard, secrets))
    flaws.push({
      reason: 'credential-leaked',
      says: 'a secret stands in what the subject writes to stdout or stderr',
      ...{ expected: 'output without secrets', actual: 'one in the output' },
      cause: 'in the output',
    });
  if (strange)
    flaws.push({
      reason: 'credential-sent-elsewhere',
      says: `a credential was sent to ${named(strange.headers, 'host')}, which the subject was not told to ask`,
      ...{ expected: `credentials for ${host} only`, actual: 'a credential for another host' },
      request: strange.n,
    });
  return flaws;
}

/** As it is, percent-encoded, or as Basic credentials begin with it. */
function holdsOne(text: string, secrets: readonly string[]): boolean {
  return secrets.some((secret) =>
    [
      secret,
      encodeURIComponent(secret),
      Buffer.from(`${secret}:`).toString('base64').slice(0, -3),
    ].some((form) => text.includes(form)),
  );
}

function named(headers: readonly string[], name: string): string | undefined {
  const at = headers.findIndex((one, i) => i % 2 === 0 && one.toLowerCase() === name);
  return at < 0 ? undefined : headers[at + 1];
}
