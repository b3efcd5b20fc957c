/** Says where in a file it stands what the admin API finds wrong in what was sent of it. */
import { FixtureError } from '../../fixtures/language/FixtureError.js';
import type { FixtureText, Path } from '../../fixtures/language/FixtureText.js';
import type { AdminError } from '../../specs/admin/types.js';

/** @param within what of the paths leads to the file's value, where that is not all that was sent */
export function placed(
  problems: NonNullable<AdminError['problems']>,
  text: FixtureText,
  within: Path,
): FixtureError {
  return new FixtureError(
    problems.map(({ path, message }) => ({
      ...text.problem(stepsOf(path).slice(within.length), message),
      path,
    })),
  );
}

/** A path as it was before it was written down. */
function stepsOf(path: string): Path {
  const steps = path.matchAll(/\[(\d+)\]|[^.[]+/g);
  return [...steps].map(([step, place]) => (place === undefined ? step : Number(place)));
}
