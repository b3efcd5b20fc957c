import { describe, expect, it } from 'vitest';
import { fixtureOf, more, START, target, walker } from '../testing/walker.js';

const MINUTE = 60_000;
const at = (minutes: number) => START + minutes * MINUTE;
const iso = (time: number) => new Date(time).toISOString();

describe('a record that a client went past', () => {
  it('lies in the gap between the windows nearest in the order of asking', async () => {
    const client = await walker(fixtureOf(6));
    await client.ask({ until: at(1), page_size: 9 });
    await client.ask({ since: at(3), page_size: 9 });
    await client.ask({ since: at(4), page_size: 9 });
    expect(client.missed()).toEqual([['2', 'window-gap', [1, 2]]]);
  });

  it('was lost with the first window that left it out, whatever came then', async () => {
    const client = await walker(fixtureOf(5, (i) => (i === 2 ? { time: at(1) } : {})));
    await client.ask({ sort_order: 'asc' });
    await client.ask({ since: at(1) + 1, page_size: 9 });
    await client.ask({ since: at(1) + 2, page_size: 9 });
    expect(client.missed()).toEqual([['2', 'tie-at-boundary', [1, 2]]]);
  });

  it('is left by who asks again for what was before it, and stops there', async () => {
    const client = await walker(fixtureOf(3, (i) => (i === 2 ? { time: at(1) } : {})));
    await client.ask({ sort_order: 'asc' });
    await client.ask({ since: at(1) + 1 });
    await client.ask({ sort_order: 'asc' });
    expect(client.missed()).toEqual([['2', 'stopped-early', [3]]]);
  });

  it('was lost when its page was left out first', async () => {
    const client = await walker(fixtureOf(6));
    for (const page of [1, 3, 1, 3]) await client.ask({ page });
    expect(client.missed()).toEqual([
      ['2', 'window-gap', [1, 2]],
      ['3', 'window-gap', [1, 2]],
    ]);
  });

  it('was removed, if it was never asked for until it was gone', async () => {
    const client = await walker(fixtureOf(4));
    await client.ask({ since: at(1), page_size: 9 });
    client.session.forget('helpshift', target, iso(at(1)));
    await client.ask({ page_size: 9 });
    expect(client.missed()).toEqual([['0', 'removed', [1, 2]]]);
  });

  it('was not removed because old ones are, if it is newer than what was asked for', async () => {
    const fixture = fixtureOf(4);
    const kept = { ...fixture.helpshift, profile: { 'retention-days': 1 } };
    const client = await walker({ ...fixture, helpshift: kept });
    await client.ask({ sort_order: 'asc' });
    await client.ask({ until: at(1) });
    expect(client.missed()).toEqual([
      ['2', 'stopped-early', [1]],
      ['3', 'stopped-early', [1]],
    ]);
  });

  it('is nobody’s fault if it happens at the very time of the answer before', async () => {
    const client = await walker(fixtureOf(4));
    await client.ask({ page: 1 });
    client.session.append('helpshift', target, [more(9, client.session.clock.now())]);
    await client.ask({ page: 2 });
    await client.ask({ page: 3 });
    expect(client.verdict()).toMatchObject({ complete: true, events: 4 });
  });

  it('was late, if it was made at the very time of an answer that could not have it yet', async () => {
    const made = START + 86_400_000;
    const client = await walker(
      fixtureOf(3, (i) => (i === 2 ? { time: made, visibleAfter: 'PT1H' } : {})),
    );
    await client.ask({ page_size: 9 });
    client.session.clock.advance('PT2H');
    await client.ask({ since: made + 1 });
    expect(client.missed()).toEqual([['2', 'late-visibility', [1, 2]]]);
  });

  it('was left behind, though it was still to happen when the clock had been set back', async () => {
    const made = START + 86_400_000;
    const client = await walker(fixtureOf(3, (i) => (i === 2 ? { time: made } : {})));
    await client.ask({ sort_order: 'asc', until: made });
    client.session.clock.set(iso(made - 1));
    await client.ask({ sort_order: 'asc', until: made - 1 });
    expect(client.missed()).toEqual([['2', 'stopped-early', [1]]]);
  });

  it('lies in a gap, if its page was left out before the clock was set back', async () => {
    const made = START + 86_400_000;
    const client = await walker(fixtureOf(3, (i) => (i === 2 ? { time: made } : {})));
    await client.ask({ page: 2, until: made });
    client.session.clock.set(iso(made - 1));
    await client.ask({ until: made - 1 });
    expect(client.missed()).toEqual([['2', 'window-gap', [1]]]);
  });
});
