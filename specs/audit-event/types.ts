/** Made from the schemas in this folder by `npm run generate`; not edited by hand. */

/**
 * What a record could not say.
 */
export type EventLoss =
  | 'time.minute_precision'
  | 'time.zone_configured'
  | 'time.zone_unknown'
  | 'time.local_ambiguous'
  | 'time.local_nonexistent'
  | 'time.weekday_mismatch'
  | 'time.unreadable'
  | 'actor.absent'
  | 'actor.partial'
  | 'actor.parsed'
  | 'actor.text_conflict'
  | 'action.unrecognized'
  | 'change.parsed'
  | 'change.ambiguous_split'
  | 'change.html_only'
  | 'change.html_conflict'
  | 'change.stringly_typed'
  | 'visibility.requester_scoped';

/**
 * One entry of a ticket's audit log, the same for all vendors. It loses nothing and invents nothing: what is not known is null, and what the record could not say is named in loss.
 */
export interface AuditEvent {
  /**
   * The version of this form.
   */
  schema_version: '1.0';
  /**
   * A UUID of version 5, the same for the same record however it was read.
   */
  id: string;
  source: EventSource;
  time: EventTime;
  actor: EventActor;
  action: EventAction;
  target: EventTarget;
  /**
   * What the action changed, as far as it can be told.
   */
  changes: EventChange[];
  /**
   * Who was notified; only where the record has recipients.
   */
  recipients?: EventRecipient[];
  /**
   * The vendor's own sentence, as it is written; only where the record has one, and never HTML.
   */
  message?: string;
  /**
   * What the record could not say, or not for sure; each once.
   */
  loss: EventLoss[];
  /**
   * The vendor's record as it was parsed, with nothing added, removed or changed.
   */
  raw: {
    [k: string]: unknown;
  };
}
/**
 * Where the event comes from.
 */
export interface EventSource {
  /**
   * The vendor's name, in lower case.
   */
  vendor: string;
  /**
   * The product's name.
   */
  product: string;
  /**
   * The account at the vendor.
   */
  tenant: string;
  /**
   * Of which kind the vendor's records are.
   */
  record_type: string;
  /**
   * SHA-256 of the record's canonical form, as hexadecimal digits in lower case.
   */
  record_sha256: string;
  /**
   * How many identical records stand before it in the trail.
   */
  ordinal: number;
}
/**
 * When it happened.
 */
export interface EventTime {
  /**
   * In UTC, with three digits of a second's fraction at millisecond precision and none otherwise; at minute precision the second on the record's clock is 00. null where it is not known.
   */
  instant: string | null;
  /**
   * How exact the record's time is; null where the time cannot be read.
   */
  precision: 'millisecond' | 'second' | 'minute' | null;
  /**
   * epoch: the time counts from an instant. explicit: the text says its offset. configured: the zone was given beside the records. unknown: nobody says it.
   */
  zone_basis: 'epoch' | 'explicit' | 'configured' | 'unknown';
  /**
   * The offset such as +00:00, or the IANA name of the configured zone; null where it is unknown.
   */
  zone: string | null;
  /**
   * The record's time as it is written, numbers in their shortest decimal form; null where it has none.
   */
  original: string | null;
}
/**
 * Who did it.
 */
export interface EventActor {
  /**
   * user: somebody with an account at the vendor. end_user: somebody whom the tickets serve. system: the product itself. unknown: the record does not say.
   */
  type: 'user' | 'end_user' | 'system' | 'unknown';
  /**
   * What the vendor identifies the actor by.
   */
  id: string | null;
  /**
   * The name that is shown, without blanks around it.
   */
  name: string | null;
  /**
   * The email address, without blanks around it.
   */
  email: string | null;
  /**
   * The roles held; only where the record lists them.
   */
  roles?: string[];
  /**
   * structured: from fields of the record. parsed: cut out of a sentence. absent: nobody is named.
   */
  basis: 'structured' | 'parsed' | 'absent';
}
/**
 * What was done.
 */
export interface EventAction {
  /**
   * What it comes to, the same for all vendors.
   */
  verb: 'create' | 'read' | 'update' | 'delete' | 'comment' | 'notify' | 'other';
  /**
   * The vendor's token in lower snake case; null where there is none.
   */
  name: string | null;
  /**
   * The vendor's token, as it is written; null where there is none.
   */
  original: string | null;
  /**
   * structured: the verb stands on a field of the record. parsed: it stands on a sentence.
   */
  basis: 'structured' | 'parsed';
}
/**
 * What it was done to.
 */
export interface EventTarget {
  /**
   * What all vendors' tickets are.
   */
  type: 'ticket';
  /**
   * What this vendor calls its tickets.
   */
  subtype: string;
  /**
   * The ticket's id, as it was asked for.
   */
  id: string;
  /**
   * The ticket's subject, where this record says it.
   */
  name: string | null;
}
/**
 * One field's change.
 */
export interface EventChange {
  /**
   * The field's name as the vendor writes it; null where the whole state changed.
   */
  field: string | null;
  /**
   * What became of it.
   */
  op: 'set';
  /**
   * Its value before; left out where the record does not say it.
   */
  from?: {} | unknown[] | string | number | boolean | null;
  /**
   * Its value after; left out where the record does not say it.
   */
  to?: {} | unknown[] | string | number | boolean | null;
  /**
   * structured: from fields of the record. parsed: cut out of a sentence.
   */
  basis: 'structured' | 'parsed';
}
/**
 * One who was notified.
 */
export interface EventRecipient {
  /**
   * How the recipient was addressed.
   */
  kind: 'to' | 'cc';
  /**
   * As the record has it, without blanks around it.
   */
  address: string;
}
