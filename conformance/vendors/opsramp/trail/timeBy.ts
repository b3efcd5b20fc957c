/** Times of OpsRamp's records, with what is expected of them. */
import type { ExpectedEvent } from '../../../../specs/conformance/types.js';
import type { Draw } from '../../../cases/Draw.js';

export const NEVER = { instant: null, precision: null, zone_basis: 'unknown', zone: null } as const;

export function timeBy(
  draw: Draw,
): Pick<ExpectedEvent, 'time' | 'loss'> & { createdTime: unknown } {
  const second = Date.UTC(1960, 0, 1) + draw.below(2 ** 31) * 1000;
  const instant = `${new Date(second).toISOString().slice(0, 19)}Z`;
  const explicit = { precision: 'second', zone_basis: 'explicit', zone: '+00:00' } as const;
  const kind = draw.below(12);
  if (kind === 0) {
    const original = draw.pick(['2018-10-29 07:17:13+0000', '2018-02-30T07:17:13Z', '']);
    return { createdTime: original, time: { ...NEVER, original }, loss: ['time.unreadable'] };
  }
  if (kind === 1) {
    const original = instant.slice(0, -1);
    const time = { ...NEVER, precision: 'second', original } as const;
    return { createdTime: original, time, loss: ['time.zone_unknown'] };
  }
  if (kind === 2) {
    const [digits, whole] = draw.pick([
      ['5', '500'],
      ['05', '050'],
      ['007', '007'],
    ] as const);
    const original = instant.replace('Z', `.${digits}+00:00`);
    const time = { ...explicit, precision: 'millisecond', original } as const;
    const fine = instant.replace('Z', `.${whole}Z`);
    return { createdTime: original, time: { ...time, instant: fine }, loss: [] };
  }
  const minutes = kind < 6 ? draw.below(27 * 4) * 15 - 12 * 60 : 0;
  const wall = new Date(second + minutes * 60_000).toISOString().slice(0, 19);
  const two = (number: number) => String(Math.floor(Math.abs(number))).padStart(2, '0');
  const sign = minutes < 0 ? '-' : '+';
  const zone = `${sign}${two(minutes / 60)}:${two(minutes % 60)}`;
  const original = `${wall}${draw.once(2) ? zone : zone.replace(':', '')}`;
  return { createdTime: original, time: { ...explicit, instant, zone, original }, loss: [] };
}
