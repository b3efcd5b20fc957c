/** Reads the cases of a vendor and a role. */
import { readdirSync } from 'node:fs';
import { checkShape } from '../../fixtures/language/checkShape.js';
import { FixtureError } from '../../fixtures/language/FixtureError.js';
import { readText } from '../../fixtures/language/readText.js';
import { readYaml } from '../../fixtures/language/readYaml.js';
import type { CaseFile, NormalizerCaseFile } from '../../specs/conformance/types.js';
import { dataFile } from '../../specs/dataFile.js';
import { RULES_FOR_ALL, readRules } from '../../specs/rules.js';
import type { Case, Cases, Role } from './Case.js';

/** The schema of the files of a role. */
const SCHEMAS: Readonly<Record<Role, string>> = {
  client: 'conformance/cases.schema.json',
  normalizer: 'conformance/normalizerCases.schema.json',
};

/** What was read before: YAML takes longer to read than most cases to play. */
const known = new Map<string, readonly Case[]>();

/**
 * Each after those that it needs, as far as their files can say so.
 * @throws FixtureError where a file is not as it should be
 */
export function readCases<One extends Role>(vendor: string, role: One): readonly Cases[One][] {
  const key = `${vendor}/${role}`;
  const cases = known.get(key) ?? readAll(vendor, role);
  known.set(key, cases);
  return cases as readonly Cases[One][];
}

function readAll(vendor: string, role: Role): Case[] {
  const folder = dataFile(`conformance/vendors/${vendor}/${role}`);
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const rules = new Map(
    [vendor, ...RULES_FOR_ALL].flatMap(readRules).map((rule) => [rule.id, rule]),
  );
  return files.sort().flatMap((name) => {
    const group = `${vendor}/${role}/${name.replace('.yaml', '')}`;
    const { cases } = readFile(`${folder}/${name}`, SCHEMAS[role]);
    return cases.map(({ rules: cited, needs = [], formerly, strength = 'must', ...rest }) => ({
      ...rest,
      ...(formerly && { formerly: formerly.map((name) => `${vendor}/${role}/${name}`) }),
      role,
      id: `${group}/${rest.id}`,
      vendor,
      strength,
      needs: needs.map((need) => `${vendor}/${role}/${need}`),
      rules: cited.map((id) => {
        const rule = rules.get(id.includes('/') ? id : `${vendor}/${id}`);
        if (!rule) throw new Error(`${group}/${rest.id} cites ${id}, which is no rule`);
        return rule;
      }),
    }));
  });
}

function readFile(path: string, schema: string): CaseFile | NormalizerCaseFile {
  const text = readYaml(readText(path), path);
  const { misfits } = checkShape(text.value, schema);
  if (misfits.length > 0)
    throw new FixtureError(misfits.map(({ path, message, at }) => text.problem(path, message, at)));
  return text.value as CaseFile | NormalizerCaseFile;
}
