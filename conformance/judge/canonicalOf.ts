/** The canonical form of what a subject says. */
import canonicalize from 'canonicalize';

/**
 * As RFC 8785 writes it; undefined where that cannot be: half of a surrogate pair, a number beyond
 * the range of doubles, or what is nested too deeply to be written.
 */
export function canonicalOf(value: unknown): string | undefined {
  try {
    return canonicalize(value);
  } catch {
    return undefined;
  }
}
