/** Reads a baseline: the failures of a subject that are known. */
import { checkShape } from '../../fixtures/language/checkShape.js';
import { FixtureError } from '../../fixtures/language/FixtureError.js';
import { readText } from '../../fixtures/language/readText.js';
import { readYaml } from '../../fixtures/language/readYaml.js';
import type { BaselineFile, KnownFailure } from '../../specs/conformance/types.js';

export interface BaselineEntry extends KnownFailure {
  /** Where it stands, as `file:line:column`. */
  place: string;
}

export interface Baseline {
  /** As the user called it. */
  file: string;
  text: string;
  entries: readonly BaselineEntry[];
}

/** One that knows of nothing yet. */
export function emptyBaseline(file: string): Baseline {
  const about = 'Failures that are known; auditrig check … --baseline with this file bears them.';
  return { file, text: `# ${about}\n\n[]\n`, entries: [] };
}

/** @throws FixtureError where it cannot be read, or is wrong */
export function readBaseline(file: string): Baseline {
  const text = readText(file);
  const { value, problem } = readYaml(text, file, 'a baseline, such as []');
  const { misfits } = checkShape(value, 'conformance/baseline.schema.json');
  if (misfits.length > 0)
    throw new FixtureError(misfits.map(({ path, message, at }) => problem(path, message, at)));
  const entries = (value as BaselineFile).map((entry, i) => {
    const { line, column } = problem([i], '');
    return { ...entry, place: `${file}:${line}:${column}` };
  });
  return { file, text, entries };
}
