/** Refuses options by which nothing can be judged, as plain JavaScript lets one give them. */
import { isMapping } from '../fixtures/language/FixtureText.js';
import { found } from '../fixtures/language/found.js';
import { nearest } from '../fixtures/language/nearest.js';
import { schema } from '../specs/schemas.js';
import { ROLES, type Role } from './cases/Case.js';
import { isHost } from './isHost.js';
import { credentialParts } from './subjects/credentialParts.js';
import { CAPABILITIES } from './subjects/Subject.js';

/** What a value must be, in words, and whether it is that. */
interface Kind {
  words: string;
  fits(value: unknown): boolean;
  /** Of a value that is one of a few, or a list of some of them. */
  known?: readonly string[];
}
type Kinds = Readonly<Record<string, Kind>>;

const text: Kind = { words: 'a text', fits: (value) => typeof value === 'string' && value !== '' };
const host: Kind = {
  words: 'a host such as host.docker.internal or [::1]',
  fits: (value) => typeof value === 'string' && isHost(value),
};
const texts: Kind = { words: 'a list of texts', fits: (value) => isListOf(value, text) };
const boolean: Kind = { words: 'true or false', fits: (value) => typeof value === 'boolean' };
const aFunction: Kind = { words: 'a function', fits: (value) => typeof value === 'function' };

function wholeNumber(least: number, most: number): Kind {
  return {
    words: `a whole number from ${least} to ${most}`,
    fits: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
  };
}

function oneOf(known: readonly string[]): Kind {
  const words = known.length === 1 ? JSON.stringify(known[0]) : `one of ${known.join(', ')}`;
  return { words, known, fits: (value) => known.some((one) => one === value) };
}

function someOf(known: readonly string[]): Kind {
  return {
    ...{ words: `a list of some of ${known.join(', ')}`, known },
    fits: (value) => isListOf(value, oneOf(known)),
  };
}

const MILLISECONDS = wholeNumber(1, 3_600_000);
const ofCommand: Kinds = {
  ...{ command: { words: 'a list of a program and its arguments', fits: isCommand } },
  ...{ env: { words: 'a mapping of texts', fits: isMappingOfTexts }, killCommand: texts },
  ...{ strictStdout: boolean, listen: aFunction, startTimeout: MILLISECONDS },
};

/** What is of one role only: what its subjects do, and the options of a run and of a function. */
const roles: Readonly<Record<Role, { deed: string; ofRole: Kinds; ofFunction: Kinds }>> = {
  client: {
    deed: 'fetch',
    ofRole: { fixtures: texts, silences: boolean, host: text, subjectHost: host },
    ofFunction: { capabilities: someOf(CAPABILITIES), takes: someOf(credentialParts) },
  },
  normalizer: {
    deed: 'normalize',
    ofRole: {
      map: {
        words: 'a map such as { time: "@timestamp" }',
        fits: (value) => schema('conformance/map.schema.json')(value) === true,
      },
    },
    ofFunction: {},
  },
};

/**
 * @param vendors the names of all
 * @throws TypeError that names the option, what was expected and what was found
 */
export function refuseOptions(options: unknown, vendors: readonly string[]): void {
  if (!isMapping(options))
    throw new TypeError(`expected options such as { role, subject }, found ${found(options)}`);
  const { deed, ofRole, ofFunction } =
    roles[options.role === 'normalizer' ? 'normalizer' : 'client'];
  const kinds: Kinds = {
    ...{ role: oneOf(ROLES), patterns: texts, vendors: someOf(vendors), strict: boolean },
    baseline: text,
    ...{ level: wholeNumber(0, 3), timeout: MILLISECONDS, seed: wholeNumber(0, 2 ** 31) },
    ...{ workers: wholeNumber(1, 64), tell: aFunction, ...ofRole },
    subject: {
      words: `a function, { name, vendors, ${deed} } or { command }`,
      fits: (value) => isSubject(value, deed),
    },
  };
  refuse(options, kinds, ['role', 'subject'], '');
  const { subject } = options;
  if (!isMapping(subject)) return;
  if ('command' in subject) refuse(subject, ofCommand, ['command'], 'subject.');
  else {
    const its: Kinds = { name: text, vendors: someOf(vendors), [deed]: aFunction, ...ofFunction };
    refuse(subject, its, ['name', 'vendors', deed], 'subject.');
  }
}

function refuse(given: object, kinds: Kinds, required: readonly string[], within: string): void {
  const names = Object.keys(kinds);
  // What is made by a class may have more than it is asked for.
  const isPlain = Object.getPrototypeOf(given) === Object.prototype;
  for (const name of isPlain ? Object.keys(given) : [])
    if (!names.includes(name)) {
      const meant = nearest(name, names) ?? names.join(', ');
      throw new TypeError(
        `unknown option ${JSON.stringify(within + name)}; did you mean ${meant}?`,
      );
    }
  for (const [name, kind] of Object.entries(kinds)) {
    const value = (given as Record<string, unknown>)[name];
    if (kind.fits(value) || (value === undefined && !required.includes(name))) continue;
    throw new TypeError(
      `expected ${within}${name} to be ${kind.words}, found ${wrongIn(value, kind)}`,
    );
  }
}

/** The first that is wrong, and what was probably meant. */
function wrongIn(value: unknown, { known = [] }: Kind): string {
  const [wrong] = Array.isArray(value) ? value.filter((one) => !known.includes(one)) : [value];
  const meant = typeof wrong === 'string' ? nearest(wrong, known) : undefined;
  const isPart = known.length > 0 && Array.isArray(value);
  return `${shown(isPart ? wrong : value)}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
}

function shown(value: unknown): string {
  return typeof value === 'function' ? 'a function' : found(value);
}

function isListOf(value: unknown, { fits }: Kind): boolean {
  return Array.isArray(value) && value.every(fits);
}

function isCommand(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
}

function isMappingOfTexts(value: unknown): boolean {
  return isMapping(value) && Object.values(value).every((one) => typeof one === 'string');
}

function isSubject(value: unknown, deed: string): boolean {
  return typeof value === 'function' || (isMapping(value) && (deed in value || 'command' in value));
}
