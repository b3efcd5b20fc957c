/** Says where a client finds what listens on every address of its machine. */

/**
 * To another container, `0.0.0.0` would be itself.
 * @param host by which the client can reach that machine; without a port; an IPv6 address in
 *   brackets; empty or undefined where the client did not say, which then is told what there is
 */
export function reachableUrl(url: string, host: string | undefined): string {
  const reached = new URL(url);
  if (!host || (reached.hostname !== '0.0.0.0' && reached.hostname !== '[::]')) return url;
  reached.hostname = host;
  return reached.origin;
}
