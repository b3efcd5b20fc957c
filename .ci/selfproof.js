// Prints which cases fail which broken clients, and ends with 1 where one survives, or a case that
// must hold fails none. `npm run selfproof [vendor]`
import { readCases } from '../dist/conformance/cases/readCases.js';
import { matrix } from '../dist/conformance/mutants/matrix.js';
import { mutantsOf, prove } from '../dist/conformance/mutants/proveClients.js';
import { judgedVendors as judged } from '../dist/conformance/vendors/index.js';
import { vendors as played } from '../dist/mock-server/vendors/index.js';

for (const { name } of judged.filter(({ name }) => [name, undefined].includes(process.argv[2]))) {
  const cases = readCases(name, 'client');
  const proofs = [];
  for (const mutant of mutantsOf({ played, judged }, name, new Set(cases.map(({ id }) => id))))
    proofs.push(await prove({ played, judged }, name, mutant));
  console.log(`${matrix(cases, proofs)}\n`);
  const killers = new Set(proofs.flatMap(({ failed }) => [...failed.keys()]));
  const isProven =
    proofs.every(({ diedAsDeclared }) => diedAsDeclared) &&
    cases.every(({ id, strength }) => strength === 'should' || killers.has(id));
  if (!isProven) process.exitCode = 1;
}
