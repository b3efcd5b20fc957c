/** `auditrig schema`: writes the schema of fixtures beside them, for editors. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { whyUnwritable } from '../fixtures/writing/whyUnwritable.js';
import { BUNDLE_COMMENT, bundleSchema } from '../specs/bundleSchema.js';

const NAME = 'fixture.schema.json';

export const schema = new Command('schema')
  .description('write the schema of fixtures, by which editors complete and check them')
  .option('--out <folder-or-file>', 'where to write it; - prints it', '.')
  .addHelpText(
    'after',
    `\nExamples:\n  auditrig schema\n  auditrig schema --out fixtures/\n  auditrig schema --out - > ${NAME}`,
  )
  .action(async ({ out }: { out: string }, command: Command) => {
    const text = JSON.stringify(await bundleSchema(), null, 2);
    if (out === '-') return console.log(text);
    const file = isFolder(out) ? join(out, NAME) : out;
    if (existsSync(file) && !isOurs(file))
      return command.error(
        `error: ${file}: expected no file, or one that auditrig schema has written, found another`,
      );
    try {
      writeFileSync(file, `${text}\n`);
    } catch (error) {
      return command.error(`error: ${file}: ${whyUnwritable(error)}`);
    }
    console.log(file);
  });

function isFolder(path: string): boolean {
  return /[\\/]$/.test(path) || (existsSync(path) && statSync(path).isDirectory());
}

function isOurs(file: string): boolean {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).$comment === BUNDLE_COMMENT;
  } catch {
    return false;
  }
}
