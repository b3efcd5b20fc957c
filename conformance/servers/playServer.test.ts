import { describe, expect, it } from 'vitest';
import type { ServerCase } from '../cases/Case.js';
import { ClientError } from '../reference/ClientError.js';
import type { Got } from '../reference/VendorClient.js';
import { playServer } from './playServer.js';
import { json, talkTo, toy } from './testing/toyServer.js';

const KEY = 'pri/vate k&y "é"';
const base64 = (text: string) => Buffer.from(text).toString('base64');

function toyCase(parts: Partial<ServerCase>): ServerCase {
  return {
    ...{ id: 'toy/server/a/b', role: 'server', vendor: 'toy', title: '', rules: [], level: 0 },
    ...{ strength: 'must', needs: [], ...parts },
  };
}

/** All that is told of a case whose answers are these. */
async function told(parts: Partial<ServerCase>, answer: (n: number) => Got): Promise<string> {
  const { conversation } = talkTo((_, n) => answer(n), { key: KEY });
  return JSON.stringify(await playServer(toyCase(parts), conversation, toy));
}

describe('what is told of a case', () => {
  it.each([
    ['as it is', KEY],
    ['as JSON has it', JSON.stringify(KEY)],
    ['as a URL has it', encodeURIComponent(KEY)],
    ['as a URL has it, behind other such letters', `%20${encodeURIComponent(KEY)}`],
    ['as a form has it', new URLSearchParams({ KEY }).toString()],
    ['as a page has it', 'pri/vate k&amp;y &quot;é&quot;'],
    ['as a header may', base64(KEY)],
    ['within a word', `x${KEY}x`],
  ])('has no secret in what a server answers, %s', async (_, written) => {
    const holds: ServerCase['holds'] = [{ answered: 'whole' }];
    const text = await told({ holds }, () => ({ ...json({}, 404), body: `no ${written}, is it` }));
    expect(text).toContain('is it');
    expect(text).not.toMatch(/vate/);
    expect(text).not.toContain(base64(KEY));
  });

  it('has no secret of a header, and none of why there was no answer', async () => {
    const holds: ServerCase['holds'] = [
      { header: 'whole', name: 'content-type', matches: '^application/json$' },
    ];
    const type = { ...json({ records: [] }), headers: { 'content-type': `for/${KEY}` } };
    const ofHeader = await told({ holds }, () => type);
    expect(ofHeader).toContain('for/…');
    const gone = (n: number) => {
      if (n > 1) throw new ClientError('unavailable', `gone: ${KEY}`);
      return json({ records: [] });
    };
    const ofFailure = await told({ asks: { a: {} }, holds: [{ answered: 'a' }] }, gone);
    expect(ofFailure).toContain('gone: …');
    const never = await told({}, () => gone(2));
    expect(never).toContain('"because":"gone: …"');
    for (const text of [ofHeader, ofFailure, never]) expect(text).not.toContain('vate');
  });

  it('has the names of tickets nowhere but in words that only have them in them', async () => {
    const body = 'no T-1 in XT-12';
    const text = await told({ holds: [{ answered: 'whole' }] }, () => ({ ...json({}, 404), body }));
    expect(text).toContain('no … in XT-12');
  });

  it('begins the body of a refusal, and has none of what is no refusal', async () => {
    const holds: ServerCase['holds'] = [{ answered: 'whole' }];
    const long = (status: number) => ({ ...json({}, status), body: 'o'.repeat(999) });
    expect(await told({ holds }, () => long(404))).toMatch(/ {2}404 {2}o{200} {2}\[whole\]"/);
    expect(await told({ holds }, () => long(302))).toMatch(
      / {2}302 {2}no JSON, application\/json {2}\[whole\]"/,
    );
  });

  it('says what kind of credential a server wants', async () => {
    const asks = { word: { credential: 'malformed' } };
    const text = await told({ asks, holds: [{ answered: 'word' }] }, () =>
      json({ message: 'Key wanted' }, 401),
    );
    expect(text).toContain('Key wanted');
  });
});
