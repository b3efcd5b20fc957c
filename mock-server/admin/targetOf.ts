/** Finds the ticket that a line of text names. */
import { nearest } from '../../fixtures/language/nearest.js';
import { Misuse } from '../Misuse.js';
import type { SessionVendor, SimulatorSession } from '../Simulator.js';

type Target = SessionVendor['targets'][0];

/**
 * @param text the values of its names, joined by slashes
 * @returns as the session gives it
 * @throws Misuse where there is no such vendor or ticket, or there are two
 */
export function targetOf(session: SimulatorSession, vendor: string, text: string): Target {
  // It throws where there is no such vendor.
  session.credentials(vendor);
  const { targets } = session.vendors[vendor] as SessionVendor;
  const found = targets.filter((target) => textOf(target) === text);
  if (found.length > 1)
    throw new Misuse(
      'conflict',
      `expected a target that is one ticket's alone, found ${JSON.stringify(text)}, which is ${found.map((one) => Object.keys(one).at(-1)).join(' and ')}`,
    );
  const [one] = found;
  if (one) return one;
  const texts = targets.map(textOf);
  const example = nearest(text, texts) ?? texts[0];
  const known =
    example === undefined
      ? 'no target, as there is none'
      : `a target such as ${JSON.stringify(example)}`;
  throw new Misuse('missing', `expected ${known}, found ${JSON.stringify(text)}`);
}

function textOf(target: Target): string {
  return Object.values(target).join('/');
}
