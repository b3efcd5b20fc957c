/** What a response knows from the beginning, and of its request: all of one shape, which every request is faster for. */
import type { Attribution } from './Attribution.js';
import type { Secret } from './Credentials.js';
import type { Exchange } from './Exchange.js';
import type { SessionPart } from './SessionPart.js';

export class ResponseLocals {
  /** Of the port that the request came to. */
  readonly attribution: Attribution;
  exchange: Exchange | undefined = undefined;
  /** Whose world is played. */
  part: SessionPart | undefined = undefined;
  /** The secrets that the request may mean. */
  meant: readonly Secret[] = [];

  constructor(attribution: Attribution) {
    this.attribution = attribution;
  }
}
