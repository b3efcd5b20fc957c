import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { RULES_FOR_ALL, type Rule, readRules } from './rules.js';
import { schema } from './schemas.js';
import { readPresets, readSwitches } from './switches.js';
import { vendorNames } from './vendorNames.js';

const vendors = vendorNames();
const folders = [...vendors, ...RULES_FOR_ALL];
const rules = folders.flatMap(readRules);
const switches = vendors.flatMap(readSwitches);

/** The titles of all tests as they stand in the source, each with what stands before it. */
const titles = ['specs', 'fixtures', 'mock-server', 'cli']
  .flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.test.ts'))
      .map((path) => readFileSync(`${room}/${path}`, 'utf8')),
  )
  .flatMap((text) =>
    [...text.matchAll(/\bit\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gs)].map(
      ({ index, 2: title = '' }) => ({
        title,
        before: text.slice(Math.max(0, index - 300), index),
      }),
    ),
  );
const cited = new Set(titles.map(({ title }) => title.split(':')[0]));

/** The rules that cases stand on. */
const judged = new Set(
  vendors.flatMap((vendor) =>
    ['client', 'normalizer']
      .map((role) => `conformance/vendors/${vendor}/${role}`)
      .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
      .flatMap(
        (path) =>
          (parse(readFileSync(path, 'utf8'), { maxAliasCount: -1 }) as { cases: Cited[] }).cases,
      )
      .flatMap((one) => one.rules.map((id) => (id.includes('/') ? id : `${vendor}/${id}`))),
  ),
);
interface Cited {
  rules: string[];
}

describe('the rules', () => {
  for (const folder of folders)
    it(`of ${folder} have the form that they should, and its name`, () => {
      const validate = schema('rules.schema.json');
      expect(validate(readRules(folder)), JSON.stringify(validate.errors)).toBe(true);
      for (const { id } of readRules(folder)) expect(id.split('/')[0]).toBe(folder);
    });

  it('have one id each', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('are each cited by a test or a case, or say why none does', () => {
    const untested = rules.filter(
      ({ id, untested: why }) => !cited.has(id) && !judged.has(id) && why === undefined,
    );
    expect(untested.map(({ id }) => id)).toEqual([]);
  });

  it('do not say that they are untested where a test or a case cites them', () => {
    const tested = rules.filter(
      ({ id, untested: why }) => why !== undefined && (cited.has(id) || judged.has(id)),
    );
    expect(tested).toEqual([]);
  });

  it('are all that tests cite', () => {
    const ids = new Set(rules.map(({ id }) => id));
    const unknown = [...cited].filter(
      (id) => folders.includes(id?.split('/')[0] ?? '') && id?.includes('/') && !ids.has(id),
    );
    expect(unknown).toEqual([]);
  });

  const least = { helpshift: 30, motadata: 25, opsramp: 35 };
  for (const [vendor, count] of Object.entries(least))
    it(`are at least ${count} for ${vendor}`, () => {
      expect(readRules(vendor).length).toBeGreaterThanOrEqual(count);
    });
});

describe('silences and switches', () => {
  const named = (rule: Rule) =>
    (rule.switch ?? []).map((name) => `${rule.id.split('/')[0]} ${name}`);
  const known = switches.map(({ vendor, name }) => `${vendor} ${name}`);

  it('name each other: a rule names no switch that the profile lacks', () => {
    expect(rules.flatMap(named).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('name each other: every switch has a rule', () => {
    const ruled = rules.flatMap(named);
    expect(known.filter((name) => !ruled.includes(name))).toEqual([]);
  });

  it('have a test for every value of every switch', () => {
    const shown = (vendor: string, name: string, value: unknown) =>
      titles
        .filter(({ title }) => title.startsWith(`${vendor}/`))
        .some(
          ({ title, before }) =>
            says(title, `${name}=${value}`) ||
            // A loop over the values, which stand in the line above it.
            (title.includes(`${name}=\${`) &&
              before.slice(before.lastIndexOf('for (')).includes(`${value}`)),
        );
    const unshown = switches.flatMap(({ vendor, name, values = [] }) =>
      values
        .filter((value) => !shown(vendor, name, value))
        .map((value) => `${vendor} ${name}=${value}`),
    );
    expect(unshown).toEqual([]);
  });

  it('have two tests for every number, so that it is seen to matter', () => {
    const numbers = switches.filter(({ values }) => values === undefined);
    const few = numbers.filter(
      ({ vendor, name }) =>
        titles.filter(({ title }) => title.startsWith(`${vendor}/`) && title.includes(`${name}=`))
          .length < 2,
    );
    expect(few.map(({ vendor, name }) => `${vendor} ${name}`)).toEqual([]);
  });

  it('have a default that is their first value', () => {
    for (const { values, default: value } of switches) if (values) expect(values[0]).toBe(value);
  });

  for (const vendor of vendors)
    it(`have presets for ${vendor}: at most five, documented first, all in the schema`, () => {
      const presets = readPresets(vendor);
      expect(presets.length).toBeLessThanOrEqual(5);
      expect(presets[0]).toMatchObject({ name: 'documented', switches: {} });
      for (const preset of presets)
        expect(
          schema(`${vendor}/profile.schema.json`)({ preset: preset.name, ...preset.switches }),
        ).toBe(true);
    });
});

/** Whether a title has the words with nothing but a blank or the end behind them. */
function says(title: string, words: string): boolean {
  return `${title} `.replaceAll(',', ' ').includes(`${words} `);
}
