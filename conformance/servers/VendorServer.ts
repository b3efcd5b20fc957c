/** What the judge has to know of a vendor to ask any server that claims to be it. */
import type { Ask } from '../../specs/conformance/types.js';
import type { Names } from '../cases/Case.js';

/** What an answer has, whichever way of what nobody says it is written in. */
export interface Listing {
  records: readonly unknown[];
  /** What it tells beside them, such as `total`, `page` and `size`; each only if it does. */
  told: Readonly<Record<string, unknown>>;
  /** Whether there may be another page. */
  more: boolean;
}

export interface ServerEndpoint {
  method: 'GET' | 'POST';
  /** With the names that lead to the ticket in braces. */
  path: string;
  query?: NonNullable<Ask['query']>;
  headers?: Readonly<Record<string, string>>;
  /** With the parts of the credential that it has in braces, which are then encoded as its type of form has them. */
  body?: string;
}

/** The endpoint that asks without a name mean. */
export const AUDIT_LOG = 'audit-log';

export interface VendorServer {
  /** Requests a minute: a tenth of what the vendor lets its clients send. */
  rate: number;
  /** By name; one is `audit-log`. What reads, and nothing else. */
  endpoints: Readonly<Record<string, ServerEndpoint>>;
  /** How all records are asked for, in as few pages as may be. */
  whole: Ask;
  /** Tickets that there are not: the names that they have in the place of the known one's. */
  tickets: Readonly<Record<string, Names>>;
  /** The parts of which a credential may consist: those that are needed together, and are enough. */
  credentials: readonly (readonly string[])[];
  /** The forms in which a credential may be sent; the first that a server takes is its usual one. */
  forms: readonly string[];
  /**
   * The headers by which a credential is sent.
   * @param form one of the forms, `none`, or another that the cases have
   * @param token where one was got with the credential
   * @returns undefined where this credential cannot be sent so
   */
  authorize(
    form: string,
    credential: Readonly<Record<string, string>>,
    token: string | undefined,
  ): Readonly<Record<string, string>> | undefined;
  /** The parameters that ask for a page. @param number from 1 @param before how many records came on those before it */
  page(number: number, before: number): NonNullable<Ask['query']>;
  /** Undefined where it is no answer of the endpoint's, however written. */
  read(endpoint: string, body: unknown): Listing | undefined;
  /** When a record was made, in milliseconds since 1970, by any zone as long as it is the same for all; undefined where that cannot be read. */
  timeOf(record: unknown): number | undefined;
  /** By what records can be filtered, such as the action. */
  kindOf(record: unknown): string;
  /** A time as a parameter has it. */
  written(time: number): string;
  /** Milliseconds between two times that it tells apart. */
  step: number;
  /** Switches that no answer tells, and why. */
  unseen: Readonly<Record<string, string>>;
}
