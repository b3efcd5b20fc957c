/** Room for the bodies of answers, which is used again once they are sent: to make it anew each time costs more than to fill it. */

/** The least and the most that is lent at once, as powers of two, in bytes. */
const [LEAST, MOST] = [14, 19];

/** So much of each size is kept, in bytes. */
const KEPT = 1024 * 1024;

const free: Buffer[][] = Array.from({ length: MOST + 1 }, () => []);
const rooms = new WeakMap<ArrayBufferLike, Buffer>();

/** A buffer of so many bytes, whatever is in them; it need not be given back. */
export function lendBody(size: number): Buffer {
  const power = Math.max(LEAST, 32 - Math.clz32(size - 1));
  if (power > MOST) return Buffer.allocUnsafeSlow(size);
  const room = free[power]?.pop() ?? newRoom(2 ** power);
  return room.subarray(0, size);
}

/** Gives back what nobody reads any more; others' buffers stay theirs. */
export function takeBack(body: Buffer): void {
  const room = rooms.get(body.buffer);
  if (!room) return;
  const kept = free[Math.log2(room.length)] as Buffer[];
  if ((kept.length + 1) * room.length <= KEPT) kept.push(room);
}

function newRoom(size: number): Buffer {
  const room = Buffer.allocUnsafeSlow(size);
  rooms.set(room.buffer, room);
  return room;
}
