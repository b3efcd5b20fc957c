/** Has a simulator that serves play its fixture anew. */
import { counted } from '../../fixtures/language/counted.js';
import { FixtureError } from '../../fixtures/language/FixtureError.js';
import { visible } from '../../fixtures/language/visible.js';
import type { StartedSimulator } from '../../mock-server/startSimulator.js';
import type { World } from '../../mock-server/World.js';
import { complain } from '../complain.js';

/** A broken edit leaves the world as it was. */
export function reload(simulator: StartedSimulator, quiet: true | undefined): void {
  try {
    simulator.reload();
    if (!quiet) console.error(`auditrig plays ${described(simulator.world)} anew`);
  } catch (error) {
    if (!(error instanceof FixtureError)) throw error;
    complain(error.illustrated);
    complain(`${described(simulator.world)} is played on as it was`);
  }
}

/** A world's name, and how much there is in it. */
function described({ name, parts }: World): string {
  const tickets = parts.flatMap(({ section }) => section.tickets);
  const records = tickets.reduce(
    (sum, { records, generated }) => sum + records.length + (generated?.length ?? 0),
    0,
  );
  return `${visible(name)} (${counted(tickets.length, 'ticket')}, ${counted(records, 'record')})`;
}
