/** What was asked for a case, and what came of it. */
import type { Flaw } from '../judge/Verdict.js';
import type { Asked, Exchange } from './Asked.js';
import { bodyKind } from './bodyKind.js';
import { flawAt } from './flawAt.js';
import type { Trail } from './Trail.js';
import { type Placed, placedBy } from './unlikeRecords.js';
import { AUDIT_LOG, type VendorServer } from './VendorServer.js';

export class Evidence {
  /** By the name of the ask; `whole` is all records. */
  readonly asked: ReadonlyMap<string, Asked>;
  readonly trail: Trail;
  readonly vendor: { name: string; server: VendorServer };

  constructor(
    asked: ReadonlyMap<string, Asked>,
    trail: Trail,
    vendor: { name: string; server: VendorServer },
  ) {
    this.asked = asked;
    this.trail = trail;
    this.vendor = vendor;
  }

  /** The last request of an ask. */
  last(name: string): Exchange {
    const last = this.asked.get(name)?.exchanges.at(-1);
    if (!last) throw new Error(`nothing was asked that is called ${name}`);
    return last;
  }

  /** The records of an ask, of a log's those that were there when the trail was read; of `whole`, the oldest first. */
  records(name: string): Placed[] {
    const { trail, vendor } = this;
    if (name === 'whole') return placedBy(name, trail.records, vendor.server);
    const { records = [] } = this.asked.get(name) ?? {};
    const placed = placedBy(name, records, vendor.server);
    // Of other endpoints, the trail knows nothing.
    const isLog = this.last(name).endpoint === AUDIT_LOG;
    return isLog ? placed.filter(({ record }) => trail.isHeld(record)) : placed;
  }

  /** The request whose answer has a record. */
  exchangeOf({ of, at }: Placed): Exchange {
    let before = 0;
    for (const exchange of this.asked.get(of)?.exchanges ?? []) {
      before += exchange.listing?.records.length ?? 0;
      if (at < before) return exchange;
    }
    return this.last(of);
  }

  /** What is wrong where something should have been answered at all. */
  unheard(name: string): Flaw | undefined {
    const last = this.last(name);
    if (last.got) return undefined;
    const { failure = 'none' } = last;
    return flawAt(last, 'no-answer', `no whole answer came: ${failure}`, 'an answer', failure);
  }

  /** What is wrong where something should have been answered with records. */
  unanswered(name: string): Flaw | undefined {
    const last = this.last(name);
    if (!last.got || this.asked.get(name)?.records) return this.unheard(name);
    const { status } = last.got;
    if (status !== 200)
      return flawAt(
        last,
        'refused',
        `${name} got ${status}${name === 'whole' ? hintOf(status) : ''}`,
        'an answer with 200',
        `status ${status}`,
      );
    const says = `${name} has nothing that could be its records`;
    return flawAt(last, 'wrong-shape', says, 'an answer of the endpoint', bodyKind(last));
  }
}

/** What the account may be wrong about. */
function hintOf(status: number): string {
  if ([401, 403, 407].includes(status))
    return '; is the credential right, and may it read the ticket?';
  return status === 404 ? '; is there such a ticket, and is the URL right?' : '';
}
