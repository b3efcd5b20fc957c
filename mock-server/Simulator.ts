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
  /** Takes no new requests, lets those in flight finish, and resolves when all connections are closed. */
  close(): Promise<void>;
}
