/** `auditrig faults`: the faults of a running simulator's session, and others in their place. */
import { Command } from 'commander';
import { isMapping } from '../fixtures/language/FixtureText.js';
import { readText } from '../fixtures/language/readText.js';
import { readYaml } from '../fixtures/language/readYaml.js';
import { visible } from '../fixtures/language/visible.js';
import type { SessionFaults } from '../specs/admin/types.js';
import { type AdminFlags, withAdminOptions } from './admin/adminOptions.js';
import { askAdmin } from './admin/askAdmin.js';
import { placed } from './admin/placed.js';
import { columns } from './columns.js';

interface Flags extends AdminFlags {
  session: string;
  set?: string;
}

export const faults = withAdminOptions(
  new Command('faults')
    .description('show the faults of a running simulator, or set others in their place')
    .option('--session <id>', 'whose faults', 'default')
    .option('--set <file>', 'a YAML file with a list of faults, or with a key faults; - is stdin'),
  'auditrig faults',
  'auditrig faults --set faults.yaml --session default',
).action(async ({ session, set, json }: Flags, command: Command) => {
  const path = `/sessions/${encodeURIComponent(session)}/faults`;
  const answer = await (set === undefined
    ? askAdmin<SessionFaults>(command, 'GET', path)
    : setFaults(set, path, command));
  if (json) return console.log(JSON.stringify(answer, null, 2));
  if (answer.faults.length === 0) return console.log('there are no faults');
  const rows = answer.faults.map(({ name, when = {}, do: deed, fired }) => [
    name,
    fired === 0 ? 'never' : String(fired),
    JSON.stringify(when),
    JSON.stringify(deed),
  ]);
  const lines = columns([['NAME', 'FIRED', 'WHEN', 'DO'], ...rows]);
  console.log(lines.map(visible).join('\n'));
});

/** @throws FixtureError where the file cannot be read, or what it has is wrong */
function setFaults(file: string, path: string, command: Command): Promise<SessionFaults> {
  const isPipe = file === '-';
  const text = readYaml(readText(isPipe ? '/dev/stdin' : file), isPipe ? 'stdin' : file, 'faults');
  const { value } = text;
  const isNamed = isMapping(value) && 'faults' in value;
  const body = isNamed ? { faults: value.faults } : { faults: value };
  return askAdmin<SessionFaults>(command, 'PUT', path, body, (problems) =>
    placed(problems, text, isNamed ? [] : ['faults']),
  );
}
