/** A server, and all that is needed to ask it. */
import type { JudgedVendor } from '../JudgedVendor.js';
import type { Send } from '../reference/send.js';
import type { Pace } from './Pace.js';
import type { ServerAccount } from './ServerAccount.js';

export interface ServerReached {
  vendor: JudgedVendor;
  /** Scheme, host, port, and what stands before the vendor's own paths. */
  url: string;
  account: ServerAccount;
  /** Milliseconds since 1970; later records are not looked at. */
  until: number;
  pace: Pace;
  send: Send;
  sleep(milliseconds: number): Promise<void>;
}
