/** Reads the query of a request of the admin API. */
import { found } from '../../fixtures/language/found.js';
import { nearest } from '../../fixtures/language/nearest.js';
import { Refusal } from '../Refusal.js';
import { readParameters } from '../readParameters.js';
import type { AdminEndpoint } from './AdminEndpoint.js';

/**
 * The first value of each parameter.
 * @param known what the endpoint has
 * @throws Refusal where one is unknown, or one is missing
 */
export function readAdminQuery(
  target: string,
  known: AdminEndpoint['parameters'] = {},
): ReadonlyMap<string, string> {
  const names = Object.keys(known);
  const query = readParameters(target, 'first');
  for (const name of query.keys()) {
    if (names.includes(name)) continue;
    const meant = nearest(name, names);
    const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
    throw wrong(`expected ${listed(names)}, found ${found(name)}${hint}`);
  }
  const required = names.filter((name) => known[name] === 'required');
  const missing = required.find((name) => !query.has(name));
  if (missing !== undefined)
    throw wrong(`expected ${required.join(' and ')}; ${missing} is missing`);
  return query;
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'no parameters' : `no parameters but ${names.join(', ')}`;
}

function wrong(message: string): Refusal {
  return new Refusal('bad-parameter', message);
}
