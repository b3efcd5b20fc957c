/** Sends an answer as the faults that its request has met leave it. */
import type { Response } from 'express';
import type { Exchange } from '../Exchange.js';
import { deliver } from './deliver.js';
import type { MetFaults } from './MetFaults.js';
import type { Reply } from './Reply.js';
import { spoil } from './spoil.js';

/** @param body all of it, or its pieces */
export async function sendFaulty(
  response: Response,
  { status, headers, body }: Pick<Reply, 'status' | 'headers' | 'body'>,
  faults: MetFaults,
  exchange: Exchange,
): Promise<void> {
  const reply: Reply = {
    ...{ status, headers, body, inFront: false, delivery: 'whole' },
    ...{ wait: 0, drip: undefined, lie: 0, end: undefined },
  };
  faults.change(reply);
  spoil(exchange.arrival, reply.delivery);
  await deliver(response, reply, exchange);
}
