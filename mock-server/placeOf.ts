/** What users call an endpoint. */
import type { FaultPlace } from '../specs/vendorFaults.js';

/** By the name of its answer's schema. */
export function placeOf({ shape }: { shape: string }): FaultPlace {
  return shape === 'answer' ? 'audit-log' : (shape as FaultPlace);
}
