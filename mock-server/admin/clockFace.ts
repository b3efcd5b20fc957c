/** Tells what a clock shows. */
import { instant } from '../../fixtures/language/instant.js';
import type { Clock } from '../../specs/admin/types.js';
import type { SimulatorClock } from '../Simulator.js';

export function clockFace(clock: SimulatorClock): Clock {
  return { now: instant(clock.now()), running: clock.running };
}
