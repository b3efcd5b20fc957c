/** Starts a simulator: reads a fixture, brings its world to life and puts it on a port. */
import { readFixture } from '../fixtures/language/readFixture.js';
import { dataFile } from '../specs/dataFile.js';
import { createApp } from './createApp.js';
import { type Listener, listen } from './listen.js';
import type { AnyVendor } from './Vendor.js';
import { World } from './World.js';

export interface SimulatorOptions {
  /** A YAML file's path, or a fixture as an object; several make one world. Left out: the pages' own sample data. */
  fixture?: string | object | readonly (string | object)[] | undefined;
  /** 0, the default, picks a free one. */
  port?: number;
  /** Default `127.0.0.1`. */
  host?: string;
}

export interface Simulator extends Listener {
  world: World;
}

/**
 * @throws FixtureError where the fixture is wrong
 * @throws the system's error where the port cannot be had
 */
export async function startSimulator(
  vendors: readonly AnyVendor[],
  {
    fixture = dataFile('fixtures/documented.yaml'),
    port = 0,
    host = '127.0.0.1',
  }: SimulatorOptions,
): Promise<Simulator> {
  const languages = vendors.map(({ language }) => language);
  const world = new World(readFixture([fixture].flat(), languages), vendors);
  return { world, ...(await listen(createApp(world), port, host)) };
}
