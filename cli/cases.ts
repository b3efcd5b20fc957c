/** `auditrig cases`: the cases themselves. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { exportedCases } from '../conformance/cases/exportedCase.js';
import { readCases } from '../conformance/cases/readCases.js';
import { judgedVendors } from '../conformance/vendors/index.js';
import { unwritable } from '../fixtures/writing/unwritable.js';
import { chosenBy } from './chosenBy.js';
import { makeFolder } from './makeFolder.js';
import { wholeNumber } from './wholeNumber.js';

const exportCases = new Command('export')
  .description('write the trails for normalizers, with their events, as JSON files')
  .argument('<folder>', 'where to write them, each under the id of its case')
  .argument('[patterns...]', 'only these cases: ids, with * for part of a step, ** for any steps')
  .option('--seed <n>', 'what constructed records are made from', wholeNumber(0, 2 ** 31), 1)
  .addHelpText(
    'after',
    '\nExamples:\n  auditrig cases export cases/\n  auditrig cases export cases/ "motadata/normalizer/time/*"',
  )
  .action((folder: string, patterns: string[], { seed }: { seed: number }) => {
    const all = judgedVendors.flatMap(({ name }) => readCases(name, 'normalizer'));
    const files = chosenBy(patterns, all).flatMap((one) => {
      const vendor = judgedVendors.find(({ name }) => name === one.vendor);
      return vendor ? exportedCases(one, vendor, seed) : [];
    });
    for (const file of files) {
      const path = join(folder, `${file.id}.json`);
      makeFolder('[folder]', dirname(path));
      try {
        writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`);
      } catch (error) {
        throw unwritable('[folder]', path, error);
      }
    }
    console.log(
      `${files.length} files of ${new Set(files.map(({ id }) => id.split('.')[0])).size} cases`,
    );
  });

export const cases = new Command('cases')
  .description('the cases by which subjects are judged, as files')
  .addCommand(exportCases)
  .addHelpText('after', '\nExamples:\n  auditrig cases export cases/');
