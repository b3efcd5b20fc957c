// Prints which cases fail which broken clients, and ends with 1 where one survives, or a case that
// must hold fails none. `npm run selfproof [-- vendor]`
import { readCases } from '../dist/conformance/cases/readCases.js';
import { matrix } from '../dist/conformance/mutants/matrix.js';
import {
  diedAsDeclared,
  mutantsOf,
  prove,
  toothless,
} from '../dist/conformance/mutants/proveClients.js';
import { judgedVendors as judged } from '../dist/conformance/vendors/index.js';
import { vendors as played } from '../dist/mock-server/vendors/index.js';

const vendors = { played, judged };
const [, , wanted] = process.argv;
for (const { name } of judged.filter((one) => wanted === undefined || one.name === wanted)) {
  const cases = readCases(name, 'client');
  const mutants = mutantsOf(vendors, name, new Set(cases.map(({ id }) => id)));
  const proofs = await prove(vendors, name, mutants, true);
  console.log(`${matrix(cases, proofs)}\n`);
  if (toothless(cases, proofs).length > 0 || !proofs.every(diedAsDeclared)) process.exitCode = 1;
}
