/** Ends a connection so that the other side is told that it was reset. */
import { TLSSocket } from 'node:tls';
import type { Response } from 'express';

export function resetConnection({ socket }: Response): void {
  // A socket of TLS cannot be reset; without its word of goodbye, its end is as abrupt.
  if (socket instanceof TLSSocket) socket.destroy();
  else socket?.resetAndDestroy();
}
