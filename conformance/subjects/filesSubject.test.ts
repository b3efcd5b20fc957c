import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesSubject } from './filesSubject.js';

const context = { tenant: 'acme', target_id: '1' };
const asked = ['[]', '[1]', '[]'].map((body) => ({ vendor: 'acme', context, bodies: [body] }));

/** What is found of each that is asked, after a shell has done something with the folders `$1` and `$2`. */
async function answersTo(deed: string, { timeout = 20_000, zone = 'Etc/UTC' } = {}) {
  const command = ['sh', '-c', deed, 'sh', '{inputs}', '{outputs}'];
  const talking = await filesSubject({ command, timeout, vendors: ['acme'] }, asked).open(zone);
  const answers = [];
  for (const what of asked) answers.push(await talking.normalize(what, timeout));
  return answers;
}

const each = (deed: string) => `for one in "$1"/*; do to="$2/$(basename "$one")"; ${deed}; done`;
const says = async (deed: string) => {
  const [{ says, reason }] = (await answersTo(deed)) as unknown as [Record<string, string>];
  return `${reason}: ${says}`;
};

describe.concurrent('a normalizer of files', () => {
  it('answers what it is asked, in a file of the same name, each once', async () => {
    const deed = each(`printf '{"events":["%s"]}' "$(basename "$one")" > "$to"`);
    const events = (await answersTo(deed)).map((answer) => answer.events);
    expect(events).toEqual([['00001.json'], ['00002.json'], ['00003.json']]);
  });

  it('is started in the time zone, and may refuse', async () => {
    const error = `{"error":{"code":"malformed_response","message":"%s"}}`;
    const [answer] = await answersTo(each(`printf '${error}' "$TZ" > "$to"`));
    expect(answer).toEqual({
      ...{ kind: 'error', code: 'malformed_response', message: 'Etc/UTC', events: [] },
    });
  });

  it.each([
    ['nothing', 'true', 'wrong-message: it wrote no 00001.json'],
    ['other names', each(': > "$to.out"'), 'wrong-message: it wrote no 00001.json'],
    ['a folder', each('mkdir "$to"'), 'wrong-message: 00001.json is no file'],
    ['a pipe', each('mkfifo "$to"'), 'wrong-message: 00001.json is no file'],
    ['a link to a device', each('ln -s /dev/zero "$to"'), 'wrong-message: 00001.json is no file'],
    ['a link to itself', each('ln -s "$to" "$to"'), 'wrong-message: it wrote no 00001.json'],
    ['a file for the folder', 'rmdir "$2"; : > "$2"', 'wrong-message: it wrote no 00001.json'],
    ['too much', each('truncate -s 65M "$to"'), 'endless: 00001.json has more than 64 MiB'],
    [
      'no JSON',
      each(': > "$to"'),
      'no-json: 00001.json is not JSON (Unexpected end of JSON input)',
    ],
    ['a text', each(`echo '"hm"' > "$to"`), 'found hm'],
    ['an error without a code', each(`echo '{"error":null}' > "$to"`), 'found {"error":null}'],
    [
      'what is nested too deeply',
      each(`printf '[%.0s' $(seq 9999) > "$to"; printf ']%.0s' $(seq 9999) >> "$to"`),
      'found something nested too deeply to be shown',
    ],
  ])('is told what is wrong where it writes %s', async (_, deed, words) => {
    expect(await says(deed)).toContain(words);
  });

  it.each([
    ['ends with a code', 'echo why >&2; exit 3', 'crashed', /code 3; the end of its stderr: why$/],
    ['is ended by a signal', 'kill -9 $$', 'crashed', /^it was ended by SIGKILL/],
  ])('has no answers where it %s', async (_, deed, reason, words) => {
    const answers = answersTo(deed);
    await expect(answers).rejects.toMatchObject({ reason, message: expect.stringMatching(words) });
  });

  it('is given up where nothing comes, and not while it writes files', async () => {
    await expect(answersTo('exec sleep 60', { timeout: 200 })).rejects.toMatchObject({
      reason: 'no-reply',
    });
    const slow = each(`sleep 0.8; echo '{"events":[]}' > "$to"`);
    expect(await answersTo(slow, { timeout: 2000 })).toHaveLength(3);
  });
});

describe('the folders of a normalizer of files', () => {
  it('are gone when it has ended, whatever it did', async () => {
    const before = process.env.TMPDIR;
    const folder = mkdtempSync(join(tmpdir(), 'files-test-'));
    process.env.TMPDIR = folder;
    try {
      await answersTo('mkdir "$2/more"; : > "$2/more/one"');
      await answersTo('exit 1').catch(() => {});
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});
