/** Starts a simulator: reads a fixture, brings its world to life and puts it on a port. */
import { nearest } from '../fixtures/language/nearest.js';
import { readFixture } from '../fixtures/language/readFixture.js';
import { dataFile } from '../specs/dataFile.js';
import { createApp } from './createApp.js';
import { listen } from './listen.js';
import type { Simulator, SimulatorOptions } from './Simulator.js';
import { chooseCertificate } from './tls/chooseCertificate.js';
import type { AnyVendor } from './Vendor.js';
import { World, type WorldPart } from './World.js';

const OPTIONS: readonly (keyof SimulatorOptions)[] = ['fixture', 'port', 'host', 'tls', 'rebase'];

/** A simulator with what its users do not see. */
export interface StartedSimulator extends Simulator {
  /** The one that is being played. */
  readonly world: World;
  /**
   * Reads the fixture again and plays its world from the next request on. Live tokens stay good
   * where their credentials do; the clock and rate limits begin anew.
   * @throws FixtureError where the fixture is wrong; the old world is then played on
   */
  reload(): void;
}

/**
 * @param opened is told of each file before it is read, at the start and when it is read again
 * @throws FixtureError where the fixture is wrong, or a certificate, its key or a name for it
 * @throws TypeError where an option is unknown, which would play another world than the one meant
 * @throws the system's error where the port cannot be had
 */
export async function startSimulator(
  vendors: readonly AnyVendor[],
  options: SimulatorOptions,
  opened?: (file: string) => void,
): Promise<StartedSimulator> {
  checkOptions(options);
  const { fixture = dataFile('fixtures/documented.yaml'), port = 0, host = '127.0.0.1' } = options;
  const { tls = false, rebase = false } = options;
  const languages = vendors.map(({ language }) => language);
  // A world that is of today stays where it was put, however often it is read.
  const reading = { rebase, opened, today: Date.now() };
  const load = () => new World(readFixture([fixture].flat(), languages, reading), vendors);
  let world = load();
  const certificate = await chooseCertificate(tls, host);
  const { play, ...listener } = await listen(createApp(world), port, host, certificate);
  return {
    ...listener,
    get world() {
      return world;
    },
    get clock() {
      return world.clock;
    },
    credentials: (vendor) => partOf(world, vendor).credentials,
    reload() {
      const next = load();
      next.takeOver(world);
      world = next;
      play(createApp(world));
    },
  };
}

function partOf({ parts }: World, name: string): WorldPart {
  const part = parts.find(({ vendor }) => vendor.name === name);
  if (part) return part;
  const names = parts.map(({ vendor }) => vendor.name);
  throw new RangeError(
    `no vendor ${JSON.stringify(name)} in this world; there is ${names.join(', ')}`,
  );
}

function checkOptions(options: object): void {
  if (typeof options !== 'object')
    throw new TypeError(`expected options such as { fixture }, found ${JSON.stringify(options)}`);
  for (const name of Object.keys(options))
    if (!(OPTIONS as readonly string[]).includes(name)) {
      const meant = nearest(name, OPTIONS) ?? OPTIONS.join(', ');
      throw new TypeError(`unknown option ${JSON.stringify(name)}; did you mean ${meant}?`);
    }
  const { rebase = false } = options as SimulatorOptions;
  if (typeof rebase !== 'boolean')
    throw new TypeError(`expected rebase to be true or false, found ${JSON.stringify(rebase)}`);
}
