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
  /** Answer over https. Default `false`. */
  tls?: TlsOptions;
  /**
   * Move the whole world in time, as `now: today` in a fixture does, so that its last record is
   * one to two minutes old; the clock then runs. Default `false`.
   */
  rebase?: boolean;
}

/**
 * `true` makes a throw-away authority and a certificate for localhost, 127.0.0.1, ::1 and `host`;
 * `names` are host names and IP addresses that it is good for as well. `cert` and `key` are PEM
 * texts of your own.
 */
export type TlsOptions =
  | boolean
  | { names?: readonly string[]; cert?: undefined; key?: undefined }
  | { names?: undefined; cert: string; key: string };

/** A simulator that is running; it keeps its process alive until it is closed. */
export interface Simulator {
  /** Scheme, host and port. */
  url: string;
  /** The certificate of the throw-away authority as PEM, where one was made; trust it. */
  ca?: string;
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
