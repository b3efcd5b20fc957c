/** An endpoint of the admin API: method, path, what it takes, and what it does. */
import type { SimulatorSession } from '../Simulator.js';
import type { StartedSimulator } from '../startSimulator.js';
import type { AdminTally } from './AdminTally.js';

export interface AdminEndpoint<Body = unknown> {
  method: 'get' | 'post' | 'put' | 'delete';
  /** As Express has it; `:id` is a session's. */
  path: string;
  /** The parameters of its query, and whether each must be there. Absent where it has none. */
  parameters?: Readonly<Record<string, 'required' | 'optional'>>;
  /** The schema of its body under `specs/admin/`; no body counts as `{}`. Absent where a body is not looked at. */
  takes?: string;
  /** The key of the body whose value is read as a part of a fixture. */
  fixturePart?: string;
  act(scene: AdminScene<Body>): AdminReply | Promise<AdminReply>;
}

/** What an endpoint acts on. */
export interface AdminScene<Body> {
  simulator: StartedSimulator;
  tally: AdminTally;
  /** The one of the path; there is none where the path has no id. */
  session: SimulatorSession;
  body: Body;
  /** By name, decoded; none but the endpoint's own. */
  query: ReadonlyMap<string, string>;
  /** The name or address by which the client reached the admin API. */
  host: string;
}

/** An answer. */
export interface AdminReply {
  status: number;
  /** An object is sent as JSON, a text as it is, and nothing where it is left out. */
  body?: object | string;
  headers?: Readonly<Record<string, string>>;
}

/** Any endpoint, to an engine that does not look into bodies. */
// biome-ignore lint/suspicious/noExplicitAny: each has its own type of body, which its schema has checked
export type AnyAdminEndpoint = AdminEndpoint<any>;
