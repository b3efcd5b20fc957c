/** What is wrong with a certificate, a key or a name that a tester gave. */
export class CertificateError extends Error {
  override readonly name = 'CertificateError';
}
