/** Reads a map of a team's own events. */
import { checkShape } from '../../fixtures/language/checkShape.js';
import { FixtureError } from '../../fixtures/language/FixtureError.js';
import { readText } from '../../fixtures/language/readText.js';
import { readYaml } from '../../fixtures/language/readYaml.js';
import type { EventMap } from '../../specs/conformance/types.js';

/** @throws FixtureError where it cannot be read, or is wrong */
export function readMap(path: string): EventMap {
  const text = readYaml(readText(path), path);
  const { misfits } = checkShape(text.value, 'conformance/map.schema.json');
  if (misfits.length > 0)
    throw new FixtureError(misfits.map(({ path, message, at }) => text.problem(path, message, at)));
  return text.value as EventMap;
}
