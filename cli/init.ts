/** `auditrig init`: a commented subject file to start from. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { Argument, Command } from 'commander';
import { unwritable } from '../fixtures/writing/unwritable.js';
import { vendors } from '../mock-server/vendors/index.js';
import { dataFile } from '../specs/dataFile.js';
import { oneOf } from './oneOf.js';
import { someText } from './someText.js';

const names = vendors.map(({ name }) => name);

interface Flags {
  out: string;
  force?: true;
}

export const init = new Command('init')
  .description('write a commented subject file, by which a finished program is judged')
  .addArgument(oneOf(new Argument('[vendor]', 'the vendor that it reads'), names).default(names[0]))
  .option('--out <file>', 'where to', someText('a path'), 'subject.yaml')
  .option('--force', 'write over a file that is there')
  .addHelpText(
    'after',
    '\nExamples:\n  auditrig init\n  auditrig init opsramp --out opsramp.yaml\n  auditrig check client --subject subject.yaml',
  )
  .action((vendor: string, { out, force }: Flags, cli: Command) => {
    if (statSync(out, { throwIfNoEntry: false })?.isDirectory())
      throw unwritable('--out', out, 'expected a file, found a folder');
    if (existsSync(out) && !force)
      cli.error(`error: ${out} is there already; --force writes over it, --out writes elsewhere`);
    const text = readFileSync(dataFile(`conformance/vendors/${vendor}/subject.yaml`));
    try {
      writeFileSync(out, text);
    } catch (error) {
      throw unwritable('--out', out, error);
    }
    console.log(
      `${out}: say how your program is started, then: auditrig check client --subject ${out}`,
    );
  });
