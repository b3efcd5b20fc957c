/** A fault as the model takes it: what it is for, and what is left of an answer after it. */
import type { Delivery } from '../../Exchange.js';
import type { GivenFault } from '../../Simulator.js';

export type VendorName = 'helpshift' | 'motadata' | 'opsramp';

export type Place = 'audit-log' | 'token';

export interface PlainFault {
  given: GivenFault & { when: When };
  met: number;
  fired: number;
}

export interface When {
  vendor?: VendorName;
  endpoint?: Place;
  method?: string;
  ticket?: string;
  query?: Readonly<Record<string, string>>;
  page?: number;
  after?: string;
  before?: string;
  tokenAge?: string;
  nth?: number | string;
  times?: number;
}

/** What the client sees in the end. */
export interface PlainReply {
  status: number;
  /** A list of records, a vendor's no, or a page for people. */
  form: 'answer' | 'refusal' | 'html';
  delivery: Delivery;
  end: number | 'half' | 'reset' | 'close' | undefined;
  lie: number;
  spoilt: boolean;
}

/** The deed's name, and what it is given. */
export function deedOf({ do: deed }: GivenFault): [name: string, value: unknown] {
  return typeof deed === 'string' ? [deed, true] : (Object.entries(deed)[0] as [string, unknown]);
}

const worldly = ['append', 'retain', 'deleteTicket', 'mergeTicket'];

/** Whether a vendor can have it where so much is asked for. @param paged whether audit logs come in pages */
export function isPossible(
  { given }: Pick<PlainFault, 'given'>,
  vendor: VendorName,
  place: Place,
  paged: boolean,
): boolean {
  const [name, value] = deedOf(given);
  const { ticket, page, tokenAge } = given.when;
  if (name === 'mergeTicket' && ticket === value) return false;
  if (place === 'token' && [ticket, page, tokenAge].some((one) => one !== undefined)) return false;
  if (vendor === 'helpshift')
    return (
      place === 'audit-log' && !['endToken', 'nextPage'].includes(name) && tokenAge === undefined
    );
  if (name === 'nextPage' && vendor === 'motadata') return false;
  if (name === 'total' && vendor === 'motadata' && !paged) return false;
  if (name === 'stale' && !paged) return false;
  if (place === 'audit-log') return true;
  if (name === 'refuse' && value !== 'rate-limited') return false;
  return ![...worldly, 'total', 'nextPage', 'stale'].includes(name);
}

const refusals: Record<string, number> = { 'rate-limited': 429, forbidden: 403, 'no-ticket': 404 };

/** Changes an answer when all of it is known. @param zip whether the client takes gzip */
export function change(reply: PlainReply, given: GivenFault, zip: boolean): void {
  const [name, value] = deedOf(given);
  const spoil = (delivery: Delivery) => {
    const order: readonly Delivery[] = ['whole', 'cut', 'withheld'];
    if (order.indexOf(delivery) > order.indexOf(reply.delivery)) reply.delivery = delivery;
  };
  const replace = (status: number, form: PlainReply['form']) =>
    Object.assign(reply, { status, form, delivery: 'withheld', spoilt: false });
  if (name === 'refuse') replace(refusals[value as string] as number, 'refusal');
  if (name === 'status') replace(value as number, 'html');
  if (name === 'loginPage') replace(200, 'html');
  if (name === 'redirect') replace(302, 'html');
  if (name === 'reset' || name === 'close') reply.end = name;
  if (name === 'reset' || name === 'close') spoil('withheld');
  if (name === 'cut') reply.end ??= value === true ? 'half' : (value as number);
  if (name === 'cut') spoil('cut');
  if (name === 'contentLength') reply.lie = value as number;
  if (name === 'contentLength') spoil('cut');
  if (name === 'corrupt' || name === 'stale') spoil('withheld');
  if (name === 'corrupt') reply.spoilt = true;
  if (name !== 'gzip') return;
  if (value === 'cut' || !zip) reply.spoilt = true;
  if (value === 'cut') spoil('cut');
  else if (!zip) spoil('withheld');
}

/** Whether the client sees nothing, something that it cannot read, or an answer that it can. */
export function seenAs({
  form,
  end,
  lie,
  spoilt,
}: PlainReply): 'nothing' | 'rubbish' | 'answer' | 'refusal' {
  if (end === 'reset' || end === 'close') return 'nothing';
  return end !== undefined || lie !== 0 || spoilt || form === 'html' ? 'rubbish' : form;
}
