/** Times of Helpshift's records, with what is expected of them. */
import type { EventLoss, ExpectedEvent } from '../../../../specs/conformance/types.js';
import type { Draw } from '../../../cases/Draw.js';

/** Part of a record, with what comes of it. */
export interface Part<Name extends 'time' | 'actor' | 'action' | 'changes'> {
  part: object;
  expected: NonNullable<ExpectedEvent[Name]>;
  loss: EventLoss[];
}

export const UNREADABLE = {
  instant: null,
  precision: null,
  zone_basis: 'unknown',
  zone: null,
} as const;
const OFFSETS = [0, 330, 345, -210, -720, 840, 1, -1];
const NO_TIMES = ['2025-08-09', '1754768308863', '2025-02-29T00:00:00Z', 1754768308863.5, 1e21];

export function timeBy(draw: Draw): Part<'time'> {
  if (draw.once(12)) {
    const value = draw.pick(NO_TIMES);
    const expected = { ...UNREADABLE, original: String(value) };
    return { part: { action_taken_at: value }, expected, loss: ['time.unreadable'] };
  }
  const seconds = draw.below(2 ** 32) - 2 ** 31;
  if (draw.once(4)) return timeTextBy(draw, seconds);
  const time = seconds * 1000 + draw.below(1000);
  const expected: Part<'time'>['expected'] = {
    ...{ instant: new Date(time).toISOString(), precision: 'millisecond' },
    ...{ zone_basis: 'epoch', zone: '+00:00', original: String(time) },
  };
  return { part: { action_taken_at: time }, expected, loss: [] };
}

function timeTextBy(draw: Draw, seconds: number): Part<'time'> {
  const minutes = draw.pick(OFFSETS);
  const digits = draw.below(4);
  const fraction = digits === 0 ? '' : String(draw.below(10 ** digits)).padStart(digits, '0');
  const upToSeconds = (at: number) => new Date(at * 1000).toISOString().slice(0, 19);
  const two = (number: number) => String(number).padStart(2, '0');
  const away = Math.abs(minutes);
  const [hours, rest] = [two(Math.floor(away / 60)), two(away % 60)];
  const sign = minutes < 0 ? '-' : '+';
  const written = minutes === 0 ? 'Z' : `${sign}${hours}${draw.pick([':', ''])}${rest}`;
  const text = `${upToSeconds(seconds + minutes * 60)}${fraction && `.${fraction}`}${written}`;
  const expected: Part<'time'>['expected'] = {
    instant: `${upToSeconds(seconds)}${fraction && `.${fraction.padEnd(3, '0')}`}Z`,
    precision: fraction ? 'millisecond' : 'second',
    ...{ zone_basis: 'explicit', zone: `${sign}${hours}:${rest}`, original: text },
  };
  return { part: { action_taken_at: text }, expected, loss: [] };
}
