/** A fixture of one vendor whose tickets are all of one form. */
import type { Sample, VendorLanguage } from '../../fixtures/language/VendorLanguage.js';

type Mapping = Record<string, unknown>;

/** @param ticketAt what stands at each address */
export function sampleFixture(
  { name, tickets, sample }: VendorLanguage,
  count: number,
  ticketAt: (address: readonly string[]) => unknown,
): Mapping {
  const { section, address } = sample as Sample;
  const filled = structuredClone(section) as Mapping;
  for (let nth = 1; nth <= count; nth++) {
    const names = address(nth);
    put(filled, pathTo(tickets, names), ticketAt(names));
  }
  return { name: 'generated', [name]: filled };
}

/** A pattern such as `domains.*.issues.*` with its names filled in. */
function pathTo(pattern: string, names: readonly string[]): string[] {
  let next = 0;
  return pattern
    .split('.')
    .map((step) => (step === '*' || step.includes('|') ? (names[next++] as string) : step));
}

function put(into: Mapping, [step = '', ...others]: string[], value: unknown): void {
  if (others.length > 0) {
    into[step] ??= {};
    put(into[step] as Mapping, others, value);
  } else into[step] = value;
}
