/** Says that less of an answer's records arrives than before. */
import type { Delivery } from '../Exchange.js';

const order: readonly Delivery[] = ['whole', 'cut', 'withheld'];

/** What was worse before stays so. */
export function spoil(answer: { delivery: Delivery }, delivery: Delivery): void {
  if (order.indexOf(delivery) > order.indexOf(answer.delivery)) answer.delivery = delivery;
}
