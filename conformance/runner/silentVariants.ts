/** What nobody says of a vendor, each way that it could be: the cases that it touches, once for each. */
import { readSwitches } from '../../specs/switches.js';
import type { ClientCase } from '../cases/Case.js';

/** A case in a world in which a switch has another value than the one that we chose. */
export interface Variant {
  switch: string;
  value: string;
  variant: ClientCase;
}

export function silentVariants(cases: readonly ClientCase[]): Variant[] {
  return cases.flatMap((one) => {
    const touched = new Set(one.rules.flatMap((rule) => rule.switch ?? []));
    const { profile = {} } = one.world ?? {};
    return readSwitches(one.vendor)
      .filter(({ name }) => touched.has(name) && !Object.hasOwn(profile, name))
      .flatMap(({ name, values = [], default: usual }) =>
        values
          .filter((value) => value !== usual)
          .map((value) => ({
            switch: name,
            value: String(value),
            variant: {
              ...one,
              id: `${one.id} with ${name}: ${value}`,
              needs: [],
              world: { ...one.world, profile: { ...profile, [name]: value } },
            },
          })),
      );
  });
}
