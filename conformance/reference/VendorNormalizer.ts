/** What is to be known of a vendor to make events of its records: its events.yaml, as data and small functions. */
import type {
  EventAction,
  EventActor,
  EventChange,
  EventLoss,
  EventRecipient,
  EventTime,
} from '../../specs/audit-event/types.js';

/** A record as it was parsed. */
export type Raw = Readonly<Record<string, unknown>>;

/** What is known of a trail beside its records. */
export interface Context {
  /** The account at the vendor: the domain, the host, the tenant's id. */
  tenant: string;
  /** The ticket's id, as it was asked for. */
  target_id: string;
  /** The IANA name of the zone in which local times are written, where somebody knows it. */
  time_zone?: string;
  /** How local times are written, in Unicode's date field symbols, where it is not the usual. */
  date_format?: string;
}

/** What is lost, in any order; undefined where nothing is. */
export type Losses = readonly (EventLoss | undefined)[];

/** What a record says, before the rules that hold for all vendors. */
export interface Reading {
  time: EventTime;
  /** Undefined where nobody is named. */
  actor: EventActor | undefined;
  /** The verb is undefined where the vendor's table does not have the token. */
  action: { verb: EventAction['verb'] | undefined } & Pick<EventAction, 'original' | 'basis'>;
  /** The ticket's subject, where this record says it. */
  targetName: string | null;
  changes: EventChange[];
  recipients?: EventRecipient[] | undefined;
  /** The vendor's sentence as it is written, even if it holds tags. */
  message: string | undefined;
  /** Those that only this vendor's rules name. */
  losses: Losses;
}

export interface VendorNormalizer {
  product: string;
  recordType: string;
  /** What the vendor calls its tickets. */
  subtype: string;
  /** The tenant as events have it. */
  tenantOf(tenant: string): string;
  /** What stands where a body has its records; whatever is no list is refused. */
  listOf(body: unknown): unknown;
  /**
   * Prepares for one trail.
   * @throws ClientError `invalid_request` where the context cannot be used
   */
  reader(context: Context): (record: Raw) => Reading;
}
