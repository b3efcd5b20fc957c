/** `auditrig list`: what the simulator knows of each vendor. */
import { Argument, Command, Option } from 'commander';
import { type Case, ROLES } from '../conformance/cases/Case.js';
import { readCases } from '../conformance/cases/readCases.js';
import { readShelf, type Scenario } from '../fixtures/readShelf.js';
import { vendors } from '../mock-server/vendors/index.js';
import { RULES_FOR_ALL, type Rule, readRules } from '../specs/rules.js';
import { readPresets, readSwitches } from '../specs/switches.js';
import { chosenBy } from './chosenBy.js';
import { columns } from './columns.js';
import { oneOf } from './oneOf.js';

interface Flags {
  vendor?: string;
  json?: true;
}

/** What a subject gives: its rows, and each as cells of a line. */
interface Subject<Row> {
  rows(vendor: string): Row[];
  cells(row: Row): string[];
}

const names = vendors.map(({ name }) => name);

const rules: Subject<Rule> = {
  rows: readRules,
  cells: ({ id, level, basis, says }) => [id, level, basis, says],
};
const silences: Subject<Rule> = {
  rows: (vendor) => readRules(vendor).filter(({ basis }) => basis === 'silence'),
  cells: (rule) => [
    [
      rule.id,
      `    ${rule.says}`,
      `    ${rule.because}`,
      ...choices(rule).map((line) => `    ${line}`),
    ].join('\n'),
  ],
};
/** What we chose, of what: the values of a silence's switches, the default first. */
function choices({ id, switch: names = [], untested = '' }: Rule): string[] {
  if (names.length === 0) return [`no switch: ${untested}`];
  const [vendor = ''] = id.split('/');
  return readSwitches(vendor)
    .filter(({ name }) => names.includes(name))
    .map(({ name, values, default: value }) => {
      const others = values ? values.slice(1).map(String).join(' or ') : 'another number';
      return `${name}: ${value}; could be ${others}`;
    });
}

const switches: Subject<ReturnType<typeof readSwitches>[0]> = {
  rows: readSwitches,
  cells: ({ vendor, name, values, default: value, meaning }) => [
    `${vendor}/${name}`,
    values ? values.join(' | ') : `${value}, or another number`,
    meaning,
  ],
};
const presets: Subject<ReturnType<typeof readPresets>[0]> = {
  rows: readPresets,
  cells: ({ vendor, name, meaning, switches }) => [
    vendor,
    name,
    meaning,
    Object.entries(switches)
      .map((pair) => pair.join('='))
      .join(' '),
  ],
};
interface EndpointRow {
  vendor: string;
  method: string;
  path: string;
  parameters: readonly string[];
}
const endpoints: Subject<EndpointRow> = {
  rows: (vendor) =>
    vendors
      .filter(({ name }) => name === vendor)
      .flatMap(({ endpoints, tokenEndpoints }) => [
        ...endpoints,
        ...tokenEndpoints.map(({ paths }) => ({ method: 'POST', paths, parameters: [] })),
      ])
      .flatMap(({ method, paths, parameters }) =>
        paths.map((path) => ({ vendor, method, path, parameters })),
      ),
  cells: ({ vendor, method, path, parameters }) => [vendor, method, path, parameters.join(' ')],
};
const scenarios: Subject<Omit<Scenario, 'text'>> = {
  rows: (vendor) => readShelf(vendor).map(({ text: _, ...row }) => row),
  cells: ({ name, vendor, description }) => [name, vendor, description],
};

const cases: Subject<Case> = {
  rows: (vendor) => ROLES.flatMap((role) => readCases(vendor, role)),
  cells: ({ id, level, strength, title }) => [id, `level ${level}`, strength, title],
};

// Each subject has rows of its own kind, which only its own cells look into.
// biome-ignore lint/suspicious/noExplicitAny: see above
const subjects: Record<string, Subject<any>> = {
  rules,
  silences,
  switches,
  presets,
  endpoints,
  scenarios,
  cases,
};

export const list = new Command('list')
  .description('list rules, silences, switches, presets, endpoints, scenarios or cases')
  .addArgument(oneOf(new Argument('<what>', 'what to list'), Object.keys(subjects)))
  .argument(
    '[patterns...]',
    'of cases: only these ids, with * for part of a step, ** for any steps',
  )
  .addOption(new Option('--vendor <v>', 'only of this vendor').choices(names))
  .option('--json', 'print JSON')
  .addHelpText(
    'after',
    '\nExamples:\n  auditrig list silences --vendor opsramp\n  auditrig list rules --json\n  auditrig list scenarios',
  )
  .action((what: string, patterns: string[], { vendor, json }: Flags, command: Command) => {
    if (patterns.length > 0 && what !== 'cases')
      command.error(`error: only cases are chosen by patterns, found ${patterns.join(', ')}`);
    const { rows, cells } = subjects[what] as Subject<unknown>;
    const all = what === 'rules' ? [...names, ...RULES_FOR_ALL] : names;
    const wanted = vendor === undefined ? all : [vendor];
    const chosen =
      what === 'cases'
        ? chosenBy(patterns, wanted.flatMap((name) => rows(name)) as Case[])
        : undefined;
    const found = wanted.map((name) => chosen?.filter((one) => one.vendor === name) ?? rows(name));
    if (json) return console.log(JSON.stringify(found.flat(), null, 2));
    console.log(columns(found.flat().map(cells)).join('\n'));
    const counts = wanted.map((name, i) => `${found[i]?.length} of ${name}`);
    console.log(`\n${found.flat().length} ${what}: ${counts.join(', ')}`);
  });
