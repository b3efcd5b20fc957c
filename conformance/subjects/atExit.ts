/** What is still to be done when this process ends before its time, such as by a signal. */

const deeds = new Set<() => void>();

/**
 * @param deed does not throw
 * @returns what is called once it is needed no more
 */
export function atExit(deed: () => void): () => void {
  if (deeds.size === 0) process.once('exit', doAll);
  deeds.add(deed);
  return () => {
    deeds.delete(deed);
    if (deeds.size === 0) process.off('exit', doAll);
  };
}

function doAll(): void {
  for (const deed of deeds) deed();
}
