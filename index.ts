/** auditrig as a library. */

import type {
  ClientOptions,
  NormalizerOptions,
  ServerOptions,
} from './conformance/CheckOptions.js';
import { check as judge } from './conformance/check.js';
import { refuseOptions } from './conformance/refuseOptions.js';
import type { Report } from './conformance/report/Report.js';
import { commandSubject, type SubjectCommand } from './conformance/subjects/commandSubject.js';
import {
  functionNormalizer,
  type NormalizerFunction,
} from './conformance/subjects/functionNormalizer.js';
import { type ClientFunction, functionSubject } from './conformance/subjects/functionSubject.js';
import type {
  ClientConversation,
  NormalizerConversation,
  Subject,
} from './conformance/subjects/Subject.js';
import { judgedVendors } from './conformance/vendors/index.js';
import type { Simulator, SimulatorOptions, TlsOptions } from './mock-server/Simulator.js';
import { startSimulator as start } from './mock-server/startSimulator.js';
import { vendors } from './mock-server/vendors/index.js';

export { FixtureError, type Problem } from './fixtures/language/FixtureError.js';
export type {
  Completeness,
  CompletenessQuestion,
  DeliveryVerdict,
  GivenFault,
  Journal,
  JournalEntry,
  Refused,
  Served,
  SessionOptions,
  SessionVendor,
  SetFault,
  SimulatorBounds,
  SimulatorClock,
  SimulatorCredentials,
  SimulatorSession,
  SimulatorSessions,
  ToldDelivery,
  ToldEvent,
} from './mock-server/Simulator.js';
export type { Simulator, SimulatorOptions, TlsOptions };

/**
 * Starts a simulator of all vendors that its fixture has.
 * @throws FixtureError where the fixture is wrong, with every problem and its place, or where a certificate cannot be used
 * @throws TypeError where an option is unknown
 * @throws the system's error (`EADDRINUSE` …) where the port cannot be had
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { url, ca, clock, credentials, sessions, unattributed, close } = await start(
    vendors,
    options,
  );
  return {
    ...{ url, clock, credentials, sessions, unattributed, close },
    ...(ca === undefined ? {} : { ca }),
  };
}

/** A client that is judged, and how. */
export interface ClientCheck extends Omit<ClientOptions, 'subject'> {
  /** A client as a function, which then claims all vendors and nothing else; or with what it claims; or a command that speaks protocol 1. */
  subject: ClientFunction['fetch'] | ClientFunction | SubjectCommand;
}

/** A normalizer that is judged, and how. */
export interface NormalizerCheck extends Omit<NormalizerOptions, 'subject'> {
  /** A normalizer as a function, which then claims all vendors; or with those that it claims; or a command that speaks protocol 1. */
  subject: NormalizerFunction['normalize'] | NormalizerFunction | SubjectCommand;
}

/** A server that is judged, and how. */
export type ServerCheck = ServerOptions;
export type { ClientFunction, NormalizerFunction, Report, SubjectCommand };

/**
 * Judges a subject by cases.
 * @throws FixtureError where a fixture is wrong, or a pattern fits no case
 * @throws TypeError where an option is unknown, or not as it should be
 */
export async function check(options: ClientCheck | NormalizerCheck | ServerCheck): Promise<Report> {
  const names = vendors.map(({ name }) => name);
  refuseOptions(options, names);
  const all = { played: vendors, judged: judgedVendors };
  if (options.role === 'server') return judge(all, options);
  return judge(
    all,
    options.role === 'client'
      ? { ...options, subject: reachedClient(options.subject, names) }
      : { ...options, subject: reachedNormalizer(options.subject, names) },
  );
}

function reachedClient(
  subject: ClientCheck['subject'],
  vendors: readonly string[],
): Subject<ClientConversation> {
  if (typeof subject === 'function')
    return functionSubject({ name: subject.name || 'a function', vendors, fetch: subject });
  return 'command' in subject ? commandSubject(subject) : functionSubject(subject);
}

function reachedNormalizer(
  subject: NormalizerCheck['subject'],
  vendors: readonly string[],
): Subject<NormalizerConversation> {
  if (typeof subject === 'function')
    return functionNormalizer({ name: subject.name || 'a function', vendors, normalize: subject });
  return 'command' in subject ? commandSubject(subject) : functionNormalizer(subject);
}
