/** One request and its answer as a line. */
import type { JournalEntry } from '../../mock-server/Simulator.js';

/** Such as `3  GET /v2/…?page=3  200  records 200 to 399 of 450`. */
export function exchangeLine({ n, method, target, status, served, fault }: JournalEntry): string {
  const shown = target.length > 160 ? `${target.slice(0, 160)}…` : target;
  return [
    `${n}  ${method} ${shown}`,
    status === undefined ? 'no answer' : String(status),
    ...(served && served.to > served.from
      ? [`records ${served.from + 1} to ${served.to} of ${served.total}, ${served.order}`]
      : []),
    ...(fault === undefined ? [] : [`fault: ${fault}`]),
  ].join('  ');
}
