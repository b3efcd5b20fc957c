/** Says that less of an answer's records arrives than before. */
import type { Arrival, Delivery } from '../Exchange.js';

const order: readonly Delivery[] = ['whole', 'left', 'cut', 'late', 'withheld'];

/** What was worse before stays so. */
export function spoil(answer: Arrival, delivery: Delivery): void {
  if (order.indexOf(delivery) > order.indexOf(answer.delivery)) answer.delivery = delivery;
}
