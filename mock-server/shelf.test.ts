import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFixture } from '../fixtures/language/readFixture.js';
import { readShelf } from '../fixtures/readShelf.js';
import { orders, readTrail } from './testing/readTrail.js';
import { simulated } from './testing/simulated.js';
import { readYaml, writtenTrails } from './testing/writtenTrails.js';
import { vendors } from './vendors/index.js';

const shelf = vendors.flatMap(({ name }) => readShelf(name));

describe('the shelf', () => {
  const names = new Set(vendors.flatMap(({ name }) => readShelf(name).map(({ name }) => name)));
  it.each([...names])('has %s so that the fixtures of all vendors make one world', (name) => {
    const files = vendors
      .map((vendor) => `fixtures/${vendor.name}/${name}.yaml`)
      .filter((file) => existsSync(file));
    const languages = vendors.map(({ language }) => language);
    expect(readFixture(files, languages).sections).toHaveLength(files.length);
  });

  it('has something of every vendor', () => {
    expect(new Set(shelf.map(({ vendor }) => vendor)).size).toBe(vendors.length);
  });

  for (const { vendor, name, text, description } of shelf) {
    const file = `fixtures/${vendor}/${name}.yaml`;

    it(`${file} is named after its file, says in a line what goes wrong, and names its schema`, () => {
      // Its name led to its file.
      expect(readYaml(file)).toMatchObject({ name, description });
      expect(description).toMatch(/^\w.{40,220}\.$/);
      expect(text.split('\n')[0]).toBe(
        '# yaml-language-server: $schema=../../specs/fixture.schema.json',
      );
    });

    it(`${file} names all its credentials, and has a clock that stands still behind its records`, () => {
      const fixture = readYaml(file);
      const lists = [
        fixture[vendor].credentials,
        ...Object.values<{ credentials?: object[] }>(fixture[vendor].tenants ?? {}).map(
          ({ credentials }) => credentials,
        ),
      ];
      const names = lists.flatMap((list) => list ?? []).map(({ name }) => name);
      expect(names[0]).toBe('collector');
      expect(names).not.toContain(undefined);
      expect(fixture.now).toMatch(/^2025-\d\d-\d\dT\d\d:\d\d:00Z$/);
    });

    for (const order of orders[vendor] ?? [])
      it(`${file} is served, and comes back complete and unaltered (${order})`, async () => {
        const ask = await simulated(file);
        for (const trail of writtenTrails(readYaml(file))) {
          const pages = await readTrail(ask, trail, order);
          const { records } = trail;
          // As text, because the order of keys is to be kept, too.
          expect(pages.flat().map((record) => JSON.stringify(record))).toEqual(
            (order === 'asc' ? records : records.toReversed()).map((record) =>
              JSON.stringify(record),
            ),
          );
        }
      });
  }
});
