/** Says where a client finds a simulator that listens on every address of its machine. */

/**
 * By the name by which the admin API was reached: in another container, `0.0.0.0` would be the
 * client's own machine.
 * @param host without a port; an IPv6 address in brackets
 */
export function reachableUrl(url: string, host: string): string {
  const reached = new URL(url);
  if (reached.hostname !== '0.0.0.0' && reached.hostname !== '[::]') return url;
  reached.hostname = host;
  return reached.origin;
}
