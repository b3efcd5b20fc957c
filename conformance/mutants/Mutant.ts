/** A subject with one plausible mistake, which a case must catch. */
import type { Reason } from '../judge/Verdict.js';

export interface Mutant {
  name: string;
  /** What it does wrong, in one sentence. */
  mistake: string;
  /** The case that catches it, as file/id, and the reason that it gives. */
  case: string;
  reason: Reason;
  /** Others that catch it, each where a vendor has it, whatever reason they give. */
  also?: readonly string[];
}
