/** The vendor says no, as it does. */
import type { NamedRefusal } from '../../specs/vendorFaults.js';
import type { Standing } from '../RateLimiter.js';
import { Refusal, type RefusalKind } from '../Refusal.js';
import type { Behaviour } from './Behaviour.js';
import type { Encounter } from './Encounter.js';
import { replace } from './Reply.js';

export const refuse: Behaviour<{ as: string; wait: number }> = {
  change(reply, { as, wait }, encounter) {
    const { part, time, asking } = encounter;
    const named = part.vendor.language.faults.refusals[as] as NamedRefusal;
    const profile = { ...part.profile, ...named.profile };
    const kind = named.kind as RefusalKind;
    let { message = '' } = named;
    let headers = {};
    if (kind === 'rate-limited') {
      const standing = standingOf(encounter, profile, wait);
      message = part.vendor.limits.message(standing);
      headers = part.vendor.limits.headers(standing, time, profile);
    }
    const { status, body } = asking.refuse(new Refusal(kind, message, named.field), profile);
    replace(reply, status, { 'Content-Type': 'application/json', ...headers }, body as string);
  },
};

/** Where a request stands that is one too many. @param wait milliseconds until the next one is allowed */
function standingOf(
  { part, holder, address, time, asking: { shape } }: Encounter,
  profile: object,
  wait: number,
): Standing {
  const { vendor } = part;
  const credential = holder?.credential ?? { entry: {}, within: [] };
  const limited = { credential, address, shape };
  const limit = vendor.limits.of(limited, part.profile) ?? vendor.limits.of(limited, profile);
  return { allowed: false, size: limit?.size ?? 0, remaining: 0, reset: time + wait };
}
