/** The header Date is of another time. */
import type { Behaviour } from './Behaviour.js';

export const date: Behaviour<number> = {
  change(reply, ahead) {
    const time = new Date(Date.parse(reply.headers.Date as string) + ahead);
    if (!Number.isNaN(time.valueOf())) reply.headers.Date = time.toUTCString();
  },
};
