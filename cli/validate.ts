/** `auditrig validate`: says whether fixtures can be played, and what is in them. */
import { Command } from 'commander';
import { FixtureError, type Problem } from '../fixtures/language/FixtureError.js';
import { readFixture } from '../fixtures/language/readFixture.js';
import { visible } from '../fixtures/language/visible.js';
import { vendors } from '../mock-server/vendors/index.js';
import { figureLines } from './figureLines.js';
import { type Figures, figuresOf } from './figuresOf.js';
import { notesOn } from './notesOn.js';

interface Flags {
  json?: true;
}

/** A file with what is in it, or with what is wrong. */
type Verdict = { file: string } & (
  | ({ valid: true; notes: string[] } & Figures)
  | { valid: false; problems: readonly Problem[] }
);

export const validate = new Command('validate')
  .description('check fixtures, and say what is in them')
  .argument('<fixture...>', 'YAML files; each is a world by itself')
  .option('--json', 'print JSON, what is wrong too')
  .addHelpText(
    'after',
    '\nExamples:\n  auditrig validate mine.yaml\n  auditrig validate fixtures/*.yaml --json',
  )
  .action((files: string[], { json }: Flags) => {
    const verdicts = files.map(verdictOn);
    const good = verdicts.filter((verdict) => verdict.valid);
    const problems = verdicts.flatMap((verdict) => (verdict.valid ? [] : verdict.problems));
    if (json) {
      console.log(JSON.stringify(verdicts, null, 2));
      if (good.length < files.length) process.exitCode = 2;
      return;
    }
    for (const line of figureLines(good)) console.log(line);
    for (const { file, notes } of good)
      for (const note of notes) console.error(visible(`note: ${file}: ${note}`));
    if (files.length > 1) console.log(`\n${good.length} of ${files.length} fixtures are valid`);
    // One error for all, so that it is told as that of a single fixture is.
    if (good.length < files.length) throw new FixtureError(problems);
  });

function verdictOn(file: string): Verdict {
  try {
    const languages = vendors.map(({ language }) => language);
    const fixture = readFixture([file], languages);
    return { file, valid: true, ...figuresOf(fixture), notes: notesOn(fixture) };
  } catch (error) {
    if (!(error instanceof FixtureError)) throw error;
    return { file, valid: false, problems: error.problems };
  }
}
