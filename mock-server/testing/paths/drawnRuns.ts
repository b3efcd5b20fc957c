/** Worlds, faults and requests, drawn at random, that must come to the same however records are held. */
import fc from 'fast-check';
import { readPresets, readSwitches } from '../../../specs/switches.js';
import type { VendorName } from '../model/PlainFault.js';
import { anyVendor, faults } from '../model/steps.js';
import type { PathWorld } from './playedWay.js';
import { wanted } from './wanted.js';
import { actions, times, type Written } from './writing.js';

const written: fc.Arbitrary<Written> = fc.record({
  time: times,
  late: fc.option(fc.nat(120), { freq: 3, nil: undefined }),
  hidden: fc.nat(3).map((n) => n === 0),
  action: fc.constantFrom(...actions),
  text: fc.oneof(
    fc.constantFrom('tie', '"a" <b>&amp;', 'ä', '\u2028', '😀', 'line\nend\\'),
    fc.string({ unit: 'binary', maxLength: 9 }),
  ),
  parts: fc.nat(15),
});

/** Switches that say which records an answer has, and in which order. */
const telling =
  /^(same-|paging|qual-details|order|.*-bound|max-entries|largest-page|retention|technician)/;

/**
 * A preset, and some switches over it, of which those come as often as all others that change
 * which records there are. A vocabulary says only what a fixture may have. Nothing else is left
 * out: limits of rate count alike, where requests come in one order.
 */
function profileOf(vendor: VendorName): fc.Arbitrary<Record<string, unknown>> {
  const switches = readSwitches(vendor).filter(({ name }) => name !== 'vocabulary');
  const some = (all: typeof switches) =>
    fc
      .constantFrom(...all)
      .chain(({ name, values, default: usual }) =>
        fc
          .constantFrom(...(values ?? [usual, 1, 2, 5, 20]))
          .map((value): [string, unknown] => [name, value]),
      );
  const [records, others] = [true, false].map((tells) =>
    some(switches.filter(({ name }) => telling.test(name) === tells)),
  ) as [ReturnType<typeof some>, ReturnType<typeof some>];
  return fc
    .tuple(
      fc.constantFrom('documented', ...readPresets(vendor).map(({ name }) => name)),
      fc.array(fc.oneof(records, others), { maxLength: 6 }),
    )
    .map(([preset, all]) => ({ preset, ...Object.fromEntries(all) }));
}

/** What comes into being by itself is drawn from what the fixture lists, which is not the same. */
const comparable = faults.map((all) =>
  all.filter(({ do: deed }) => typeof deed === 'string' || !('append' in deed)),
);

const worldOf = (vendor: VendorName): fc.Arbitrary<PathWorld> =>
  fc.record({
    vendor: fc.constant(vendor),
    profile: profileOf(vendor),
    owner: fc.constantFrom(undefined, undefined, 'ana', 'bo'),
    records: fc.oneof(
      { weight: 1, arbitrary: fc.array(written, { maxLength: 3 }) },
      { weight: 5, arbitrary: fc.array(written, { minLength: 8, maxLength: 24, size: 'max' }) },
    ),
    split: fc.nat(24),
    floor: fc.oneof(
      { weight: 3, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: times },
    ),
  });

/** What a run plays: a world, and what is asked of it while its clock goes on. */
export const runs = anyVendor.chain((vendor) =>
  fc.record({
    world: worldOf(vendor),
    armed: comparable,
    rounds: fc.array(
      fc.record({
        wait: fc.nat(100),
        asked: fc.array(wanted[vendor], { minLength: 1, maxLength: 8, size: 'max' }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);
