/** Finds out where each action occurs. */

/** The positions of each action, rising. */
export function positionsByAction(
  length: number,
  actionAt: (position: number) => string | undefined,
): Map<string, Uint32Array> {
  const positions = new Map<string, number[]>();
  for (let position = 0; position < length; position++) {
    const action = actionAt(position);
    if (action === undefined) continue;
    const known = positions.get(action);
    if (known) known.push(position);
    else positions.set(action, [position]);
  }
  return new Map([...positions].map(([action, list]) => [action, Uint32Array.from(list)]));
}
