import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import type { Fixture } from '../fixtures/language/Fixture.js';
import { playedFixture } from './testing/playedFixture.js';
import { listedOneByOne, toyWorld } from './testing/toyWorlds.js';

const TEN_MILLION = 10_000_000;

const PATH = '/api/v2/tenants/red/incidents/INC1/activitylog';
const headers = { Authorization: 'Bearer o' };

const worldOf = (length: number) =>
  toyWorld({
    now: length * 1000,
    toy: { length, step: 1000, ties: 3, block: [] },
    listed: [],
  });

/** Plays a world, and counts the records that are made. */
async function counting(fixture: Fixture) {
  let made = 0;
  for (const { tickets } of fixture.sections)
    for (const ticket of tickets) {
      const { generated } = ticket;
      if (!generated) continue;
      const record = generated.record.bind(generated);
      ticket.generated = {
        ...generated,
        record(index) {
          made++;
          return record(index);
        },
      };
    }
  const { url, ask } = await playedFixture(fixture);
  const ping = () => ask.get('/v2/shop/issues/1/_audit_logs?page_size=1').auth('k', '').expect(200);
  return {
    url,
    ping,
    made: () => made,
    async open(method = 'GET'): Promise<IncomingMessage> {
      const request = get(`${url}${PATH}`, { headers, method, agent: false });
      request.end();
      const [answer] = (await once(request, 'response')) as [IncomingMessage];
      return answer;
    },
    /** Until nothing more is made while others are answered. */
    async settled(): Promise<number> {
      for (let before = -1, quiet = 0; quiet < 20; quiet = made - before > 1 ? 0 : quiet + 1) {
        before = made;
        await ping();
      }
      return made;
    },
  };
}

describe('an answer of many generated records', () => {
  it('is sent in pieces, and is the same to the byte as one that is sent at once', async () => {
    const fixture = worldOf(20_000);
    const texts: string[] = [];
    for (const one of [fixture, listedOneByOne(fixture)]) {
      const { open } = await counting(one);
      const answer = await open();
      texts.push(String(Buffer.concat(await answer.toArray())));
      expect(answer.headers['content-length'] === undefined).toBe(one === fixture);
    }
    expect(texts[0]?.length).toBeGreaterThan(1_000_000);
    expect(texts[0] === texts[1]).toBe(true);
  });

  it('says how long it is where it is short', async () => {
    const { open } = await counting(worldOf(1000));
    const answer = await open();
    const { length } = Buffer.concat(await answer.toArray());
    expect(answer.headers['content-length']).toBe(String(length));
  });

  it('has no body for HEAD, and costs no more than its beginning', async () => {
    const { open, settled } = await counting(worldOf(TEN_MILLION));
    const answer = await open('HEAD');
    expect(answer.statusCode).toBe(200);
    expect(await answer.toArray()).toEqual([]);
    expect(await settled()).toBeLessThan(5000);
  });

  it('is made no faster than it is read, while others are answered', async () => {
    const { open, settled } = await counting(worldOf(TEN_MILLION));
    const answer = await open();
    const begun = await settled();
    // What the system keeps between two sockets is some MiB.
    expect(begun).toBeLessThan(TEN_MILLION / 50);
    for (let size = 0; size < 30 * 1024 * 1024; ) {
      const [chunk] = (await once(answer, 'data')) as [Buffer];
      size += chunk.length;
    }
    answer.pause();
    const more = await settled();
    expect(more).toBeGreaterThan(begun);
    expect(more).toBeLessThan(TEN_MILLION / 10);
    answer.destroy();
  });

  it('does not keep others waiting while it is read as fast as can be', async () => {
    const { ping, made, url } = await counting(worldOf(TEN_MILLION));
    const read = `require('http').get(process.argv[1], { headers: ${JSON.stringify(headers)} }, (answer) => answer.resume())`;
    // A process of its own, as it would otherwise have to wait for the same loop as the answer.
    const reader = spawn(process.execPath, ['-e', read, url + PATH]);
    try {
      while (made() < 10_000) await ping();
      for (let i = 0; i < 10; i++) await ping();
      expect(reader.exitCode).toBeNull();
      expect(made()).toBeLessThan(TEN_MILLION);
    } finally {
      reader.kill();
    }
  });

  it('is made no further once whoever asked has gone', async () => {
    const { open, made, settled } = await counting(worldOf(TEN_MILLION));
    const answer = await open();
    await once(answer, 'data');
    answer.destroy();
    const end = await settled();
    expect(end).toBeLessThan(TEN_MILLION / 50);
    await settled();
    expect(made() - end).toBeLessThan(50);
  });

  it('is cut short by a bug of ours, which is told on standard error', async () => {
    const fixture = worldOf(TEN_MILLION);
    const ticket = fixture.sections[2]?.tickets[0];
    const generated = ticket?.generated;
    if (!ticket || !generated) throw new Error('expected a generated ticket');
    const screw = new Error('a loose screw');
    ticket.generated = {
      ...generated,
      record(index) {
        if (index < TEN_MILLION - 50_000) throw screw;
        return generated.record(index);
      },
    };
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { open, ping } = await counting(fixture);
    const answer = await open();
    await expect(answer.toArray()).rejects.toThrow('aborted');
    expect(logged.mock.calls).toEqual([[screw]]);
    logged.mockRestore();
    await ping();
  });
});
