/** Whether a JSON value is an object, which a list is not. */
import type { Raw } from './VendorNormalizer.js';

export function isObject(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
