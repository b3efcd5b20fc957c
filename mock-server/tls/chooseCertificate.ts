/** The certificate that a simulator shows: the tester's own, or one that is made for it. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { createSecureContext } from 'node:tls';
import type { TlsOptions } from '../Simulator.js';
import { certificateProblem } from './certificateProblem.js';
import { type Certificate, makeCertificate } from './makeCertificate.js';

const OPTIONS = ['names', 'cert', 'key'];

/**
 * Nothing where there shall be no TLS.
 * @param host what will be listened on, for which a certificate that is made is good too
 * @throws FixtureError where the options cannot be used, with one line that says why
 * @throws the system's error where the host is not known
 */
export async function chooseCertificate(
  tls: TlsOptions,
  host: string,
): Promise<Certificate | undefined> {
  if (tls === false) return undefined;
  const options = tls === true ? {} : tls;
  checkOptions(options);
  const { names = [], cert, key } = options;
  if (cert !== undefined && key !== undefined) return checked(cert, key);
  return makeCertificate([...names, host, (await lookup(host)).address]);
}

function checkOptions(tls: unknown): void {
  if (typeof tls !== 'object' || tls === null)
    throw certificateProblem(`expected tls to be true or options, found ${JSON.stringify(tls)}`);
  const unknown = Object.keys(tls).find((name) => !OPTIONS.includes(name));
  if (unknown !== undefined)
    throw certificateProblem(`unknown option tls.${unknown}; expected names, or cert and key`);
  const { names, cert, key } = tls as { names?: unknown; cert?: unknown; key?: unknown };
  if ((cert === undefined) !== (key === undefined))
    throw certificateProblem(
      cert === undefined ? 'a key without its certificate' : 'a certificate without its key',
    );
  if (names !== undefined && !Array.isArray(names))
    throw certificateProblem(`expected a list of names, found ${JSON.stringify(names)}`);
  if (names !== undefined && cert !== undefined)
    throw certificateProblem('names are for a certificate that is made, not for one that is given');
}

/** A tester's own, if a server can use it; how long it is valid is the tester's business. */
function checked(cert: string, key: string): Certificate {
  const certificate = attempt(() => new X509Certificate(cert), 'the certificate is not PEM');
  const privateKey = attempt(
    () => createPrivateKey(key),
    key.includes('ENCRYPTED')
      ? 'the key is encrypted; expected one without a passphrase'
      : 'the key is not PEM',
  );
  if (!certificate.checkPrivateKey(privateKey))
    throw certificateProblem('the key is not the one of the certificate');
  attempt(() => createSecureContext({ cert, key }), 'the certificate cannot be used');
  return { cert, key };
}

function attempt<Result>(action: () => Result, problem: string): Result {
  try {
    return action();
  } catch (error) {
    throw certificateProblem(`${problem} (${(error as Error).message})`);
  }
}
