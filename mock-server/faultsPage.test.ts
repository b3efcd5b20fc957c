import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readGivenFaults } from '../fixtures/language/readFaults.js';
import { readFixture } from '../fixtures/language/readFixture.js';
import { readSpec } from '../specs/readSpec.js';
import { faultsPage } from './testing/faultsPage.js';
import { vendors } from './vendors/index.js';

const languages = vendors.map(({ language }) => language);
const { sections } = readFixture(['fixtures/documented.yaml'], languages);

/** The examples of a page. */
const examples = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/```yaml\n(.*?)```/gs)]
    .map(([, text = '']) => parse(text))
    .flatMap(({ faults = [] }) => faults as object[]);

describe('the page about faults', () => {
  it('is up to date; if not, npm run generate', async () => {
    await expect(faultsPage(vendors)).toMatchFileSnapshot('../docs/faults.md');
  });

  it('has examples that can be used, and so has the README', () => {
    for (const file of ['docs/faults.md', 'README.md']) {
      const faults = examples(file);
      expect(faults).toHaveLength(8);
      expect(readGivenFaults(faults, sections, languages)).toHaveLength(8);
    }
  });

  it('has every key', () => {
    const { $defs } = readSpec('faults.schema.json') as {
      $defs: Record<string, { properties?: object }>;
    };
    const page = readFileSync('docs/faults.md', 'utf8');
    const keys = Object.values($defs).flatMap(({ properties = {} }) => Object.keys(properties));
    expect(keys.filter((key) => !page.includes(`| \`${key}\` |`))).toEqual([]);
  });
});
