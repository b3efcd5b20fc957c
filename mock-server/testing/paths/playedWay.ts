/** The same world, its records held in one of several ways. */
import { join } from 'node:path';
import { folderOf } from '../../../fixtures/testing/complaint.js';
import type { GivenFault, SessionVendor, Simulator, SimulatorSession } from '../../Simulator.js';
import { startSimulator } from '../../startSimulator.js';
import { vendors } from '../../vendors/index.js';
import type { VendorName } from '../model/PlainFault.js';
import { type Held, NOW, type Written, writing } from './writing.js';

export const TICKETS = ['1', '2'];

export interface PathWorld {
  vendor: VendorName;
  profile: Readonly<Record<string, unknown>>;
  /** Whose the first ticket is, where the vendor has such. */
  owner: string | undefined;
  /** Those of both tickets, ties in this order. */
  records: readonly Written[];
  /** How many of these stand in the fixture where the others are added. */
  split: number;
  /** Before it, records of the first ticket are let go; epoch milliseconds. */
  floor: number | undefined;
}

/**
 * Listed in a fixture, as lines of a file that it names, added to tickets that have none, or
 * partly listed and partly added. What is listed is laid out; what is added is computed.
 */
export const holdings = ['listed', 'in a file', 'added', 'listed and added'] as const;
export type Holding = (typeof holdings)[number];

/** A world that can be asked. */
export interface PlayedWay {
  session: SimulatorSession;
  url: string;
  /** As they were at first; revoked ones are listed no more. */
  credentials: SessionVendor['credentials'];
  close(): Promise<void>;
}

/**
 * @param simulator where sessions may be opened
 * @param apart whether it must have a port of its own, as on one that sessions share, what a
 *   stranger asks meets nobody's faults
 */
export async function playedWay(
  simulator: Simulator,
  world: PathWorld,
  holding: Holding,
  apart: boolean,
): Promise<PlayedWay> {
  if (holding === 'in a file') return fromFiles(world, apart);
  const { vendor, floor, split } = world;
  const listed = holding === 'listed';
  const at = listed ? world.records.length : holding === 'added' ? 0 : split;
  const session = await simulator.sessions.open({
    fixture: fixtureOf(world, (id) =>
      entries(listed ? left(world, id) : world.records.slice(0, at), vendor, 'own'),
    ),
    ownPort: true,
  });
  for (const id of TICKETS)
    session.append(
      vendor,
      writing[vendor].target(id),
      entries(world.records.slice(at), vendor, 'framed'),
    );
  if (floor !== undefined && !listed)
    session.forget(vendor, writing[vendor].target('1'), new Date(floor).toISOString());
  return wayOf(session, vendor, () => session.close());
}

/** In a simulator of its own, which keeps no journal; if it need not be apart, in the default session. */
async function fromFiles(world: PathWorld, apart: boolean): Promise<PlayedWay> {
  const lines = (id: string) =>
    entries(left(world, id), world.vendor, 'own').map((entry) => `${JSON.stringify(entry)}\n`);
  const folder = folderOf({
    'world.yaml': JSON.stringify(fixtureOf(world, (id) => ({ from: `${id}.ndjson` }))),
    ...Object.fromEntries(TICKETS.map((id) => [`${id}.ndjson`, lines(id).join('')])),
  });
  const simulator = await startSimulator(vendors, {
    fixture: join(folder, 'world.yaml'),
    bounds: { journalEntries: 0 },
  });
  const session = apart
    ? await simulator.sessions.open({ ownPort: true })
    : (simulator.sessions.get('default') as SimulatorSession);
  return wayOf(session, world.vendor, () => simulator.close());
}

function wayOf(
  session: SimulatorSession,
  vendor: VendorName,
  close: () => Promise<void>,
): PlayedWay {
  const { baseUrl: url, credentials } = session.vendors[vendor] as SessionVendor;
  return { session, url, credentials, close };
}

/** Those of a ticket that were not let go. */
function left({ records, floor = Number.NEGATIVE_INFINITY }: PathWorld, id: string) {
  return id === '1' ? records.filter(({ time }) => time >= floor) : records;
}

function entries(
  records: readonly Written[],
  vendor: VendorName,
  form: 'own' | 'framed',
): object[] {
  return records.map((one) => writing[vendor].entry(one, form));
}

function fixtureOf({ vendor, profile, owner }: PathWorld, held: (id: string) => Held): object {
  const tickets = Object.fromEntries(
    TICKETS.map((id) => [id, { created: '2020-01-01T00:00:00Z', records: held(id) }]),
  );
  return {
    ...{ name: 'ways', now: new Date(NOW).toISOString() },
    [vendor]: writing[vendor].section(profile, tickets, owner),
  };
}

/** Those of some faults that the world can have. */
export function possibleFaults({ session }: PlayedWay, drawn: readonly GivenFault[]): GivenFault[] {
  const possible = drawn.filter((fault) => {
    try {
      session.setFaults([fault]);
      return true;
    } catch {
      return false;
    }
  });
  session.setFaults([]);
  return possible;
}
