/** Makes a throw-away certificate authority, and one certificate that it signs. */
import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { certificateProblem } from './certificateProblem.js';

/** What a server needs to speak TLS, as PEM. */
export interface Certificate {
  /** With those of the authorities between it and the one that is trusted, if there are any. */
  cert: string;
  key: string;
  /** The authority's certificate, where we made one. */
  ca?: string;
}

const DAY = 24 * 60 * 60 * 1000;

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** The names of a machine that speaks to itself. */
const LOCAL = ['localhost', '127.0.0.1', '::1'];

/** Labels of letters, digits, hyphens and underscores; the first may be `*`. */
const HOST_NAME = /^(\*\.)?[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/;

/**
 * A certificate for this machine's own names and those given, for a year from now. The authority's
 * key is forgotten at once, so that nothing else can be signed by what a tester has come to trust.
 * @param names host names, which may begin with `*.`, and IP addresses
 * @throws FixtureError where a name is none
 */
export async function makeCertificate(names: readonly string[]): Promise<Required<Certificate>> {
  const subjects = [...new Set([...LOCAL, ...names].map(subjectName))];
  // Only who wants TLS waits for these to load; the second needs what the first adds to Reflect.
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  const { digitalSignature, keyCertSign, cRLSign } = x509.KeyUsageFlags;
  const [authority, own] = await Promise.all([keyPair(false), keyPair(true)]);
  // Real time, not the world's: who checks the certificate has no other. A day's margin for
  // machines whose clocks differ.
  const validity = {
    notBefore: new Date(Date.now() - DAY),
    notAfter: new Date(Date.now() + 365 * DAY),
    signingAlgorithm: algorithm,
  };
  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    ...validity,
    name: [{ O: ['auditrig'] }, { CN: ['auditrig throw-away authority'] }],
    keys: authority,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(keyCertSign | cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(authority.publicKey),
    ],
  });
  const cert = await x509.X509CertificateGenerator.create({
    ...validity,
    subject: [{ O: ['auditrig'] }, { CN: ['auditrig simulator'] }],
    issuer: ca.subjectName,
    signingKey: authority.privateKey,
    publicKey: own.publicKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        subjects.map((value) => ({ type: isIP(value) ? 'ip' : 'dns', value })),
      ),
      await x509.SubjectKeyIdentifierExtension.create(own.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(authority.publicKey),
    ],
  });
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', own.privateKey);
  return {
    cert: `${cert.toString('pem')}\n`,
    key: `${x509.PemConverter.encode(pkcs8, 'PRIVATE KEY')}\n`,
    ca: `${ca.toString('pem')}\n`,
  };
}

/** @param shown whether the private key can be taken out, to be given to a server */
function keyPair(shown: boolean) {
  return crypto.subtle.generateKey(algorithm, shown, ['sign', 'verify']);
}

/** A name as a certificate has it; of one that is not ASCII, its ASCII form. */
function subjectName(name: string): string {
  // An address may have a scope, such as `%eth0`, that only its own machine knows of.
  if (isIP(name)) return name.replace(/%.*/, '');
  const ascii = domainToASCII(name);
  const altered = name.toLowerCase() !== ascii && /^[\0-\x7f]*$/.test(name);
  if (altered || !HOST_NAME.test(ascii))
    throw certificateProblem(
      `expected a host name or an IP address, found ${JSON.stringify(name)}`,
    );
  return ascii;
}
