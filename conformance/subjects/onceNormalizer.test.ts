import { describe, expect, it } from 'vitest';
import { onceNormalizer } from './onceNormalizer.js';

const context = { tenant: 'acme', target_id: '1' };
const what = { vendor: 'acme', context, bodies: ['[]'] };

/** What a command is heard to answer, of which a script is given `id`. */
async function answerTo(script: string, timeout = 20_000, zone?: string) {
  const code = `require('readline').createInterface({ input: process.stdin }).on('line', (line) => {
    const { id, bodies } = JSON.parse(line);
    const say = (type, more) => console.log(JSON.stringify({ type, id, ...more }));
    ${script}
  });`;
  const command = [process.execPath, '-e', code];
  const talking = await onceNormalizer({ command, vendors: ['acme'] }).open(zone);
  return talking.normalize(what, timeout);
}

describe.concurrent('a normalizer that is started for each trail', () => {
  it('answers the only line that it is given, in its time zone', async () => {
    const script = "say('result', { events: [bodies, process.env.TZ] });";
    expect(await answerTo(script, 20_000, 'America/St_Johns')).toEqual({
      ...{ kind: 'complete', events: [['[]'], 'America/St_Johns'] },
    });
  });

  it('may refuse', async () => {
    const answer = await answerTo("say('error', { code: 'malformed_response', message: 'no' });");
    expect(answer).toMatchObject({ kind: 'error', code: 'malformed_response', message: 'no' });
  });

  it.each([
    ['ends before', 'process.exit(3);', 20_000, 'crashed'],
    ['stays silent', 'setInterval(() => {}, 1000);', 300, 'no-reply'],
    ['gives records', "say('records', { records: [] });", 20_000, 'wrong-message'],
    ['says hello, which nobody asked for', 'say("hello", {});', 20_000, 'wrong-message'],
    ['answers without events', "say('result', { complete: true });", 20_000, 'wrong-message'],
  ])('is told what is wrong where it %s', async (_, script, timeout, reason) => {
    expect(await answerTo(script, timeout)).toMatchObject({ kind: 'broken', reason });
  });

  it('is told that there is none', async () => {
    const subject = onceNormalizer({ command: ['no-such-program'], vendors: ['acme'] });
    const answer = await (await subject.open()).normalize(what, 1000);
    expect(answer).toMatchObject({ kind: 'broken', reason: 'did-not-start' });
  });

  it('may give events that are nested a hundred thousand levels deep', async () => {
    const deep = "'['.repeat(1e5) + ']'.repeat(1e5)";
    const script = `console.log('{"type":"result","id":"' + id + '","events":[' + ${deep} + ']}');`;
    expect(await answerTo(script)).toMatchObject({ kind: 'complete' });
  });

  it('is told that the type of its answer is none, whatever it is', async () => {
    for (const type of ['{"toString":1}', '[[]]', '5']) {
      const says = `no message is of type ${type}; did you mean hello, records,`;
      expect(await answerTo(`console.log('{"type":${type}}');`)).toMatchObject({
        ...{ reason: 'wrong-message', says: expect.stringContaining(says) },
      });
    }
  });
});
