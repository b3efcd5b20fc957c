/** Starts a simulator: reads a fixture, brings its world to life and puts it on a port. */
import { basename, extname } from 'node:path';
import { nearest } from '../fixtures/language/nearest.js';
import { type ReadingOptions, readFixture } from '../fixtures/language/readFixture.js';
import { dataFile } from '../specs/dataFile.js';
import { soleAttribution } from './Attribution.js';
import { createApp } from './createApp.js';
import { listen } from './listen.js';
import { Misuse } from './Misuse.js';
import { ResponseLocals } from './ResponseLocals.js';
import { Sessions, type Worlds } from './Sessions.js';
import type { Simulator, SimulatorOptions } from './Simulator.js';
import type { Count, Undocumented } from './Tally.js';
import { chooseCertificate } from './tls/chooseCertificate.js';
import type { AnyVendor } from './Vendor.js';
import { World } from './World.js';

const OPTIONS: readonly (keyof SimulatorOptions)[] = [
  'fixture',
  'port',
  'host',
  'tls',
  'rebase',
  'bounds',
];

/** A simulator with what its users do not see. */
export interface StartedSimulator extends Simulator {
  /** The default session's. */
  readonly world: World;
  readonly sessions: Sessions;
  /**
   * Reads the fixture again and plays its world in the default session from the next request on;
   * other sessions keep theirs. Live tokens stay good where their credentials do; the clock and
   * rate limits begin anew.
   * @throws FixtureError where the fixture is wrong; the old world is then played on
   */
  reload(): void;
  /** How many answers there were of each kind. */
  tally(): readonly Count[];
  /** What was asked for that no page knows. */
  undocumented(): readonly Undocumented[];
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
  const { tls = false, rebase = false, bounds = {} } = options;
  const { sessions: most = 10_000, journalEntries = 1000, journalBytes = 1024 * 1024 } = bounds;
  // A world that is of today stays where it was put, however often it is read.
  const reading = { rebase, opened, today: Date.now() };
  const worlds = worldsOf([fixture].flat(), vendors, reading);
  const certificate = await chooseCertificate(tls, host);
  const app = createApp(vendors);
  const sessions = new Sessions(
    worlds,
    { sessions: most, journal: { entries: journalEntries, bytes: journalBytes } },
    (session) => {
      const alone = soleAttribution(session, sessions);
      const locals = () => new ResponseLocals(alone);
      return listen(app, { port: 0, host, certificate, locals });
    },
  );
  const { default: own } = sessions;
  const listener = await listen(app, {
    port,
    host,
    certificate,
    locals: () => new ResponseLocals(sessions),
  });
  own.baseUrl = listener.url;
  return {
    ...listener,
    sessions,
    clock: own.clock,
    credentials: (vendor) => own.credentials(vendor),
    unattributed: () => sessions.unattributed(),
    async close() {
      await Promise.all([listener.close(), sessions.closeAll()]);
    },
    get world() {
      return own.world;
    },
    reload() {
      worlds.load();
      own.play(worlds.whole);
    },
    tally: () => sessions.tally.counts,
    undocumented: () => sessions.undocumented(),
  };
}

/** The worlds that can be made of sources, each read when it is asked for first. */
function worldsOf(
  sources: readonly (string | object)[],
  vendors: readonly AnyVendor[],
  reading: ReadingOptions,
): Worlds & { load(): void } {
  const languages = vendors.map(({ language }) => language);
  const load = (some: readonly (string | object)[], how: ReadingOptions) =>
    new World(readFixture(some, languages, how), vendors);
  let whole = load(sources, reading);
  let alone = new Map<string, World>();
  return {
    get whole() {
      return whole;
    },
    load() {
      whole = load(sources, reading);
      alone = new Map();
    },
    named(name) {
      const found = sources.filter((source) => nameOf(source) === name);
      const names = sources.map(nameOf);
      if (found.length === 0) {
        const meant = nearest(name, names) ?? names.join(', ');
        throw new Misuse(
          'missing',
          // A whole one that was read from a file, and not parsed.
          name.includes('\n')
            ? 'expected the name of a fixture, or a whole one as an object, found a text of several lines'
            : `no fixture is called ${JSON.stringify(name)}; did you mean ${meant}?`,
          'fixture',
        );
      }
      if (found.length > 1)
        throw new Misuse(
          'conflict',
          `several fixtures are called ${JSON.stringify(name)}`,
          'fixture',
        );
      if (sources.length === 1) return whole;
      const world = alone.get(name) ?? load(found, reading);
      alone.set(name, world);
      return world;
    },
    given: (fixture) => load([fixture], {}),
  };
}

/** A file's name without its ending, or a given fixture's own. */
function nameOf(source: string | object): string {
  if (typeof source !== 'string') return String((source as { name?: unknown }).name);
  return basename(source, extname(source));
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
