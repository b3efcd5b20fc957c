import { readFileSync } from 'node:fs';
import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readCases } from './cases/readCases.js';
import { judgedVendors } from './vendors/index.js';

const fixture = parse(readFileSync('fixtures/documented.yaml', 'utf8'), { stringKeys: true });

/** Every list of records in a fixture's section. */
function recordsIn(value: unknown): unknown[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'records' ? (inner as unknown[]) : recordsIn(inner),
  );
}

const sorted = (records: readonly unknown[]) => records.map((one) => canonicalize(one)).sort();

describe('the sample records of the pages', () => {
  it.each(judgedVendors.map(({ name }) => name))('are all worked out for %s', (name) => {
    const cases = readCases(name, 'normalizer').filter(({ id }) => id.includes('/documented/'));
    expect(sorted(cases.flatMap(({ records = [] }) => records))).toEqual(
      sorted(recordsIn(fixture[name])),
    );
  });

  it.each(judgedVendors.map(({ name }) => name))('have every part of their events (%s)', (name) => {
    const parts = ['id', 'source', 'time', 'actor', 'action', 'target', 'changes', 'recipients'];
    for (const { gives } of readCases(name, 'normalizer').filter(({ level }) => level === 0))
      for (const event of (gives as { events: object[] }).events)
        expect(Object.keys(event).sort()).toEqual([...parts, 'message', 'loss'].sort());
  });
});
