import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../mock-server/Exchange.js';
import { judgeSecrets } from './judgeSecrets.js';

const secret = 'a+b/c d';
const host = '127.0.0.1:8080';

/** What is found in a request. */
function found(request: { target?: string; headers?: string[]; body?: string }, overheard = '') {
  const { target = '/log', headers = ['Host', host], body } = request;
  const exchange = { n: 3, target, headers, ...(body && { body: Buffer.from(body) }) };
  const told = { exchanges: [exchange as unknown as Exchange], secrets: [secret], host, overheard };
  return judgeSecrets(told).map(({ reason, cause, request }) => [reason, cause, request]);
}

describe('a secret', () => {
  const basic = Buffer.from(`${secret}:x`).toString('base64');

  it.each([
    ['as it is', secret],
    ['percent-encoded', encodeURIComponent(secret)],
    ['as the beginning of Basic credentials', basic],
  ])('is leaked where it stands in a URL or in output %s', (_, form) => {
    expect(found({ target: `/log?key=${form}` })).toEqual([['credential-leaked', 'in a URL', 3]]);
    expect(found({}, `key ${form}\n`)).toEqual([['credential-leaked', 'in the output', undefined]]);
  });

  it('is at its place in headers and bodies for the host that it is for', () => {
    const headers = ['Host', host, 'Authorization', `Basic ${basic}`];
    expect(found({ headers, body: `secret=${secret}` })).toEqual([]);
    expect(found({ headers: ['Authorization', `Basic ${basic}`] })).toEqual([]);
  });

  it.each([
    ['headers', { headers: ['HOST', 'localhost:8080', 'AUTHORIZATION', 'Basic of some kind'] }],
    ['bodies', { headers: ['Host', 'localhost:8080'], body: encodeURIComponent(secret) }],
  ])('is sent elsewhere in %s for another host', (_, request) => {
    expect(found(request)).toEqual([['credential-sent-elsewhere', undefined, 3]]);
  });

  it('may lack where another host is asked, whatever its headers say', () => {
    expect(found({ headers: ['X-Named', 'authorization', 'Host', 'localhost:8080'] })).toEqual([]);
  });
});
