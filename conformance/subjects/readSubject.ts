/** Reads a subject file. */
import { checkShape } from '../../fixtures/language/checkShape.js';
import { FixtureError } from '../../fixtures/language/FixtureError.js';
import type { Path } from '../../fixtures/language/FixtureText.js';
import { nearest } from '../../fixtures/language/nearest.js';
import { readText } from '../../fixtures/language/readText.js';
import { readYaml } from '../../fixtures/language/readYaml.js';
import type { SubjectFile } from '../../specs/conformance/types.js';
import { credentialParts } from './credentialParts.js';
import { namesIn } from './filled.js';
import { whyNoProgram } from './whyNoProgram.js';

/** What stands for something in every vendor's subject file. */
const NAMES = [
  ...['base_url', 'config', 'state', 'now', 'since', 'until', 'order', 'actions'],
  ...credentialParts,
];

/**
 * @param targets the names that lead to a ticket, by the vendor's name
 * @throws FixtureError where it cannot be read, or is wrong
 */
export function readSubject(
  path: string,
  targets: Readonly<Record<string, readonly string[]>>,
): SubjectFile {
  const text = readYaml(readText(path), path, 'a subject file');
  const { misfits } = checkShape(text.value, 'conformance/subject.schema.json');
  if (misfits.length > 0)
    throw new FixtureError(misfits.map(({ path, message, at }) => text.problem(path, message, at)));
  const subject = text.value as SubjectFile;
  const fail = (at: Path, message: string) => new FixtureError([text.problem(at, message)]);
  const own = targets[subject.vendor];
  if (!own) {
    const vendors = Object.keys(targets);
    const meant = nearest(subject.vendor, vendors) ?? vendors.join(', ');
    throw fail(
      ['vendor'],
      `there is no vendor ${JSON.stringify(subject.vendor)}; did you mean ${meant}?`,
    );
  }
  const known = [...NAMES, ...own];
  for (const [at, value] of texts(subject))
    for (const name of namesIn(value).filter((name) => !known.includes(name))) {
      const meant = nearest(name, known) ?? known.join(', ');
      throw fail(at, `nothing is called {${name}}; did you mean {${meant}}?`);
    }
  const [program] = subject.command;
  const why =
    typeof program === 'string' && namesIn(program).length === 0
      ? whyNoProgram(program, subject.env?.PATH)
      : undefined;
  if (why !== undefined) throw fail(['command', 0], why);
  return subject;
}

/** Every text in which names may stand, with its place. */
function texts({ command, env = {}, config, output }: SubjectFile): [Path, string][] {
  return [
    ...command.flatMap((part, i): [Path, string][] =>
      typeof part === 'string'
        ? [[['command', i], part]]
        : part.map((text, j): [Path, string] => [['command', i, j], text]),
    ),
    ...Object.entries(env).map(([name, value]): [Path, string] => [['env', name], value]),
    ...(config ? [[['config', 'text'], config.text] as [Path, string]] : []),
    ...(output === undefined ? [] : [[['output'], output] as [Path, string]]),
  ];
}
