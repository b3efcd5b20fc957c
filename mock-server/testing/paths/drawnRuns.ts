/** Worlds, faults and requests, drawn at random, that must come to the same however records are held. */
import fc from 'fast-check';
import { readPresets, readSwitches, type Switch } from '../../../specs/switches.js';
import type { VendorName } from '../model/PlainFault.js';
import { anyVendor, faults } from '../model/steps.js';
import type { PathWorld } from './playedWay.js';
import { wanted } from './wanted.js';
import { actions, times, type Written } from './writing.js';

const written: fc.Arbitrary<Written> = fc.record({
  time: times,
  late: fc.option(fc.nat(240), { freq: 3, nil: undefined }),
  hidden: fc.nat(3).map((n) => n === 0),
  action: fc.constantFrom(...actions),
  text: fc.oneof(
    fc.constantFrom('tie', '"a" <b>&amp;', 'ä', '\u2028', '😀', 'line\nend\\'),
    fc.string({ unit: 'binary', maxLength: 9 }),
  ),
  parts: fc.nat(15),
});

/** Switches that matter only together: where there are pages, which may end among ties. */
const joint = /^(paging|same-|qual-details)/;

/** Switches of how records are written, or which there are. */
const telling =
  /^(order|.*-bound|.*-form$|technician|retention|missing|automation|optional|quotes|html|language)/;

/**
 * A preset, and some switches over it, of which those come more often that are about records.
 * A vocabulary says only what a fixture may have. Nothing else is left out: limits of rate count
 * alike, where requests come in one order.
 */
function profileOf(vendor: VendorName): fc.Arbitrary<Record<string, unknown>> {
  const switches = readSwitches(vendor).filter(({ name }) => name !== 'vocabulary');
  const anyOf = ({ values, default: usual }: Switch) =>
    fc.constantFrom(...(values ?? [usual, 1, 2, 5, 20]));
  const together = Object.fromEntries(
    switches.filter(({ name }) => joint.test(name)).map((one) => [one.name, anyOf(one)]),
  );
  const single = switches.filter(({ name }) => !joint.test(name));
  const weighed = [
    ...single,
    ...single.flatMap((one) => (telling.test(one.name) ? [one, one] : [])),
  ];
  const one = fc
    .constantFrom(...weighed)
    .chain((one) => anyOf(one).map((value): [string, unknown] => [one.name, value]));
  return fc
    .tuple(
      fc.constantFrom(...readPresets(vendor).map(({ name }) => name)),
      fc.record(together, { requiredKeys: [] }),
      fc.array(one, { maxLength: 4 }),
    )
    .map(([preset, some, others]) => ({ preset, ...some, ...Object.fromEntries(others) }));
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
        wait: fc.oneof(fc.constant(0), fc.nat(100)),
        asked: fc.array(wanted[vendor], { minLength: 1, maxLength: 8, size: 'max' }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);
