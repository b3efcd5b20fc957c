/** A simulator, to who starts one. */

export interface SimulatorOptions {
  /**
   * A YAML file's path, or a fixture as an object; several make one world.
   * Left out: the pages' own sample data.
   */
  fixture?: string | object | readonly (string | object)[] | undefined;
  /** 0, the default, picks a free one. */
  port?: number;
  /** Default `127.0.0.1`. */
  host?: string;
}

/** A simulator that is running; it keeps its process alive until it is closed. */
export interface Simulator {
  /** Scheme, host and port. */
  url: string;
  clock: SimulatorClock;
  /** @throws RangeError where the fixture has no such vendor */
  credentials(vendor: string): SimulatorCredentials;
  /** Takes no new requests, lets those in flight finish, and resolves when all connections are closed. */
  close(): Promise<void>;
}

/** The time of the world. */
export interface SimulatorClock {
  /** Epoch milliseconds. */
  now(): number;
  /**
   * Moves the time on.
   * @param duration ISO 8601, such as `PT1H`
   * @throws RangeError where it is none, or goes back
   */
  advance(duration: string): void;
}

/** A vendor's credentials, by the names that the fixture gives them. @throws RangeError where there is no such name */
export interface SimulatorCredentials {
  /** Ends their live tokens; their clients may fetch new ones. */
  endTokens(name: string): void;
  /** Ends them, and their tokens. */
  revoke(name: string): void;
  /** Gives them other secrets, such as `{ api_key: 'new' }`; the old ones end. */
  rotate(name: string, secrets: Readonly<Record<string, string>>): void;
}
