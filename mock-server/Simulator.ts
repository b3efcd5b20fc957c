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
  /** Takes no new requests, lets those in flight finish, and resolves when all connections are closed. */
  close(): Promise<void>;
}
