import { describe, expect, it } from 'vitest';
import { administered } from '../testing/administered.js';
import { smallFixture } from '../testing/smallFixture.js';

const admin = await administered(smallFixture);

/** Moves the clock of a new session. */
async function moving() {
  const { id } = (await admin.post('/sessions').expect(201)).body;
  return (body: object) => admin.post(`/sessions/${id}/clock`).send(body);
}

describe("a session's clock", () => {
  it('is shown', async () => {
    const { body } = await admin.get('/sessions/default/clock').expect(200);
    expect(body).toEqual({ now: '2025-03-31T06:30:00Z', running: false });
  });

  it('moves on', async () => {
    const { body } = await (await moving())({ advance: 'PT1H0.5S' }).expect(200);
    expect(body).toEqual({ now: '2025-03-31T07:30:00.500Z', running: false });
  });

  it('moves to an instant', async () => {
    const { body } = await (await moving())({ set: '2025-01-01T00:00:00Z' }).expect(200);
    expect(body).toEqual({ now: '2025-01-01T00:00:00Z', running: false });
  });

  it('is moved before it runs, and stands still where it was stopped', async () => {
    const move = await moving();
    const began = (await move({ set: '2025-01-01T00:00:00Z', running: true }).expect(200)).body;
    expect(began.running).toBe(true);
    expect(Date.parse(began.now) - Date.parse('2025-01-01T00:00:00Z')).toBeLessThan(60_000);
    const stopped = (await move({ running: false }).expect(200)).body;
    expect((await move({ running: false }).expect(200)).body).toEqual(stopped);
  });

  it('is its own', async () => {
    const move = await moving();
    await move({ advance: 'P1D' }).expect(200);
    const { body } = await admin.get('/sessions/default/clock');
    expect(body.now).toBe('2025-03-31T06:30:00Z');
  });

  const expected = 'expected advance or set, running, or one of them and running';
  const wrong: [string, object, string][] = [
    ['nothing', {}, `${expected}, found an empty mapping`],
    [
      'two moves',
      { advance: 'PT1H', set: '2025-01-01T00:00:00Z' },
      `${expected}, found a mapping of advance, set`,
    ],
    ['a step back', { advance: '-PT1H' }, 'which does not go back'],
    ['a step that is none', { advance: '+1h' }, '+1h'],
    [
      'a step of no fixed length',
      { advance: 'P1M' },
      'found "P1M"; years and months have no fixed length',
    ],
    ['a step beyond all time', { advance: 'P99999999D' }, 'expected a time before the year 10000'],
    ['an instant that is none', { set: '2025-02-30T00:00:00Z' }, '2025-02-30T00:00:00Z'],
    ['an instant without a zone', { set: '2025-02-03T00:00:00' }, '2025-02-03T00:00:00'],
    ['a very long step', { advance: `PT${'1'.repeat(1000)}S` }, 'duration like PT1H, found "PT111'],
    ['a word', { running: 'yes' }, 'running: expected true or false, found "yes"'],
  ];
  for (const [what, body, message] of wrong)
    it(`is not moved by ${what}`, async () => {
      const move = await moving();
      expect((await move(body).expect(400)).body.error).toContain(message);
      const moved = await move({ running: false });
      expect(moved.body.now).toBe('2025-03-31T06:30:00Z');
    });
});
