/** The time zone of this process, which only one run can have at a time. */

/** How many need the zone that is set. */
let needed = 0;
/** What it was before. */
let own: string | undefined;
let waiting: (() => void)[] = [];

/**
 * Sets the zone, as soon as nobody needs another one.
 * @returns what brings the former one back, once nobody needs this one any more
 */
export async function enterZone(zone: string): Promise<() => void> {
  while (needed > 0 && process.env.TZ !== zone)
    await new Promise<void>((resolve) => waiting.push(resolve));
  if (needed++ === 0) own = process.env.TZ;
  process.env.TZ = zone;
  let isLeft = false;
  return () => {
    if (isLeft) return;
    isLeft = true;
    if (--needed > 0) return;
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
    const next = waiting;
    waiting = [];
    for (const go of next) go();
  };
}
