/** What makes another body of those that a server answers with 200. */
import type { Got, Wanted } from '../reference/VendorClient.js';

/** @param change what stands in the body; what is no JSON is left as it is */
export function answersJson(
  change: (body: unknown, wanted: Wanted) => unknown,
): (right: Got, wanted: Wanted) => Got {
  return (right, wanted) => {
    if (right.status !== 200) return right;
    try {
      return { ...right, body: JSON.stringify(change(JSON.parse(right.body), wanted)) };
    } catch {
      return right;
    }
  };
}
