/** The package's fixtures, and what becomes of them when something is done to one. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export const fixtures = readdirSync('fixtures', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({ file, value: parse(readFileSync(`fixtures/${file}`, 'utf8')) as Json }));

const small = fixtures.filter(({ value }) => JSON.stringify(value).length < 6000);

/** Small fixtures with one thing replaced, removed or renamed, somewhere. */
export const changedFixtures: fc.Arbitrary<Json> = fc
  .tuple(
    fc.constantFrom(...small.map(({ value }) => value)),
    fc.array(fc.nat(), { maxLength: 12 }),
    fc.oneof(
      fc.record({ replace: fc.oneof(fc.jsonValue(), fc.constantFrom('today', '8.4.1', 'P1D')) }),
      fc.constant({ remove: true }),
      fc.record({ rename: fc.constantFrom('at', 'token', 'record', 'records', 'x', 'profile') }),
    ),
  )
  .map(([fixture, steps, change]) => mutate(structuredClone(fixture), steps, change as Change));

interface Change {
  replace?: Json;
  remove?: true;
  rename?: string;
}

/** Goes down into a value by the steps, and changes what is there. */
function mutate(value: Json, [step, ...steps]: number[], change: Change): Json {
  if (value === null || typeof value !== 'object' || Object.keys(value).length === 0)
    return change.replace ?? value;
  const keys = Object.keys(value);
  const key = keys[(step ?? 0) % keys.length] as string;
  const mapping = value as { [key: string]: Json };
  if (steps.length > 0) mapping[key] = mutate(mapping[key] as Json, steps, change);
  else if ('replace' in change) mapping[key] = change.replace as Json;
  else {
    const known = mapping[key] as Json;
    if (Array.isArray(value)) value.splice(Number(key), 1);
    else delete mapping[key];
    if (change.rename !== undefined && !Array.isArray(value)) mapping[change.rename] = known;
  }
  return value;
}
