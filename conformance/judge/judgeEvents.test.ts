import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditEvent } from '../../specs/audit-event/types.js';
import { leafPaths, withOther } from '../testing/leaves.js';
import { madeTrail } from '../testing/madeTrail.js';
import { judgedVendors } from '../vendors/index.js';
import { judgeEvents } from './judgeEvents.js';

const [vendor] = judgedVendors as [(typeof judgedVendors)[0]];
const seeds = fc.integer({ min: 0, max: 2 ** 31 });

/** Why the events of a trail are wrong, once they are changed. */
function reasons(change: (events: AuditEvent[]) => readonly unknown[]) {
  const { events, records, trail } = madeTrail(vendor, 1, 4);
  return judgeEvents(change(events), records, trail).map(({ reason }) => reason);
}

describe('the events of a trail', () => {
  it.each(judgedVendors.map((one) => [one.name, one] as const))(
    'are right in any order (%s)',
    (_, one) => {
      fc.assert(
        fc.property(seeds, fc.func(fc.nat()), (seed, rank) => {
          const { events, records, trail } = madeTrail(one, seed, 6);
          const ranks = new Map(events.map(({ id }) => [id, rank(id)]));
          const others = [...events].sort(
            (a, b) => (ranks.get(a.id) as number) - (ranks.get(b.id) as number),
          );
          expect(judgeEvents(others, records, trail)).toEqual([]);
        }),
        { numRuns: 20 },
      );
    },
  );

  it.each(judgedVendors.map((one) => [one.name, one] as const))(
    'are wrong with any one part changed (%s)',
    (_, one) => {
      fc.assert(
        fc.property(seeds, fc.nat(), fc.nat(), (seed, nth, part) => {
          const { events, records, trail } = madeTrail(one, seed, 4);
          const at = nth % events.length;
          const paths = leafPaths(events[at]);
          const path = paths[part % paths.length] ?? [];
          const changed = events.map((event, i) => (i === at ? withOther(event, path) : event));
          expect(judgeEvents(changed, records, trail), JSON.stringify(path)).not.toEqual([]);
        }),
        { numRuns: 100 },
      );
    },
  );

  it.each(['roles', 'recipients', 'message'])('are wrong with %s that no record has', (part) => {
    const made: Record<string, unknown> = {
      ...{ roles: ['Agent'], recipients: [{ kind: 'to', address: 'a' }], message: 'Hm.' },
    };
    for (const one of judgedVendors) {
      const { events, records, trail } = madeTrail(one, 1, 40);
      const changed = events.map((event) => {
        if (part !== 'roles') return { ...event, [part]: Object(event)[part] ?? made[part] };
        return { ...event, actor: { ...event.actor, roles: event.actor.roles ?? made.roles } };
      });
      expect(judgeEvents(changed, records, trail), one.name).not.toEqual([]);
    }
  });

  it.each<[string, (events: AuditEvent[]) => readonly unknown[], string[]]>([
    ['lost where one is missing', (events) => events.slice(1), ['lost-events']],
    ['lost where there are none', () => [], ['lost-events']],
    ['repeated where one comes twice', (events) => [...events, events[3]], ['repeated-events']],
    [
      'invented where a record is not in the trail',
      (events) => [...events, { ...events[0], raw: {} }],
      ['invented-events'],
    ],
    ['no events where they are none', (events) => [...events, 5, null], ['no-event']],
  ])('are %s', (_, change, expected) => {
    expect(reasons(change)).toEqual(expected);
  });

  it('have the ordinals of identical records, each once', () => {
    const first = ({ source, ...event }: AuditEvent) => ({
      ...event,
      source: { ...source, ordinal: 0 },
    });
    expect(reasons((events) => events.map(first))).toEqual(['wrong-ordinal', 'wrong-id']);
    const far = (event: AuditEvent, at: number) =>
      at < 5 ? event : { ...event, source: { ...event.source, ordinal: 7 } };
    expect(reasons((events) => events.map(far))).toEqual(['wrong-ordinal', 'wrong-id']);
  });

  it('have each loss, and every part that the record has', () => {
    expect(
      reasons((events) => events.map((one) => ({ ...one, loss: one.loss.slice(0, -1) }))),
    ).toEqual(['hidden-loss']);
    for (const one of judgedVendors) {
      const { events, records, trail } = madeTrail(one, 1, 40);
      const less = events.map(({ message: _, recipients: __, ...event }) => event);
      const made = events.some(({ message, recipients }) => message ?? recipients);
      const flaws = judgeEvents(less, records, trail).map(({ reason }) => reason);
      expect(flaws.includes('wrong-message'), one.name).toBe(made);
    }
  });

  it('have the ordinal 0 where their record stands there once', () => {
    const { events, records, trail } = madeTrail(vendor, 1, 1, 0);
    const wrong = events.map((one) => ({ ...one, source: { ...one.source, ordinal: 1 } }));
    const flaws = judgeEvents(wrong, records, trail).map(({ reason }) => reason);
    expect(flaws).toEqual(['wrong-ordinal', 'wrong-id']);
  });

  it.each([
    ['half a surrogate pair', '\uD83D', ['wrong-changes']],
    ['a number beyond doubles', [Number.POSITIVE_INFINITY], ['wrong-changes']],
    [
      'a hundred thousand levels',
      JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`),
      ['wrong-changes'],
    ],
  ])('are judged even if they hold %s', (_, odd, expected) => {
    const change = { field: 'a', op: 'set', from: odd, basis: 'structured' } as const;
    const add = (more: object) => (events: AuditEvent[]) =>
      events.map((event) => ({ ...event, ...more }));
    expect(reasons(add({ changes: [change] }))).toEqual(expected);
    expect(reasons(add({ raw: { odd } }))).toEqual(['invented-events', 'lost-events']);
    expect(reasons(add({ odd }))).toEqual(['no-event', 'lost-events']);
  });

  it('may have -0 for 0, which is one number in JSON', () => {
    const { trail } = madeTrail(vendor, 1, 1);
    const record = { n: 0 };
    const [event] = madeTrail(vendor, 1, 1, 0).events as [AuditEvent];
    const change = (to: number) => ({ field: 'n', op: 'set', to, basis: 'structured' }) as const;
    const flaws = judgeEvents(
      [{ ...event, raw: { n: -0 }, changes: [change(-0)] }],
      [{ record, event: { changes: [change(0)], loss: event.loss } }],
      trail,
    );
    expect(flaws.map(({ reason }) => reason)).toEqual(['wrong-hash', 'wrong-id']);
  });

  it('are told apart from what is expected where both look the same at first', () => {
    const long = 'x'.repeat(300);
    const changes = [{ field: long, op: 'set', to: 1, basis: 'structured' }] as const;
    const [event] = madeTrail(vendor, 1, 1, 0).events as [AuditEvent];
    const { records, trail } = madeTrail(vendor, 1, 1, 0);
    const expected = { changes: [{ ...changes[0], to: '1' }], loss: event.loss };
    const [flaw] = judgeEvents(
      [{ ...event, changes }],
      [{ record: records[0]?.record as object, event: expected }],
      trail,
    );
    expect(flaw?.says).toMatch(
      /expected …x+","op":"set","to":"1".*, found …x+","op":"set","to":1,/,
    );
  });

  it('are told of once for each reason, by the first, with how many more there are', () => {
    const { events, records, trail } = madeTrail(vendor, 1, 4);
    const told = (isWrong: (at: number) => boolean) =>
      judgeEvents(
        events.map((event, at) =>
          isWrong(at) ? { ...event, loss: [...event.loss, 'change.html_only'] } : event,
        ),
        records,
        trail,
      ).map((flaw) => flaw.says);
    expect(told(() => true)).toEqual([expect.stringMatching(/^loss of record 0 .*; and 5 more$/s)]);
    expect(told((at) => at === 3)).toEqual([expect.stringMatching(/^loss of record 3 .*\]$/s)]);
  });
});
