/** Says that less of an answer's records arrives than before. */
import type { Delivery } from '../Exchange.js';
import type { Reply } from './Reply.js';

const order: readonly Delivery[] = ['whole', 'cut', 'withheld'];

/** What was worse before stays so. */
export function spoil(reply: Reply, delivery: Delivery): void {
  if (order.indexOf(delivery) > order.indexOf(reply.delivery)) reply.delivery = delivery;
}
