// Prints which cases fail which broken clients, normalizers and servers, and ends with 1 where one survives, or
// a case that must hold fails none. `npm run selfproof [-- vendor]`
import { readCases } from '../dist/conformance/cases/readCases.js';
import { matrix } from '../dist/conformance/mutants/matrix.js';
import { openProvingGround } from '../dist/conformance/mutants/ProvingGround.js';
import { diedAsDeclared, toothless } from '../dist/conformance/mutants/prove.js';
import { mutantsOf, proveClients } from '../dist/conformance/mutants/proveClients.js';
import {
  normalizerMutantsOf,
  proveNormalizers,
} from '../dist/conformance/mutants/proveNormalizers.js';
import { proveServers, serverMutantsOf } from '../dist/conformance/mutants/proveServers.js';
import { judgedVendors as judged } from '../dist/conformance/vendors/index.js';
import { startSimulator } from '../dist/mock-server/startSimulator.js';
import { vendors as played } from '../dist/mock-server/vendors/index.js';

const [, , wanted] = process.argv;
for (const vendor of judged.filter(({ name }) => wanted === undefined || name === wanted)) {
  const ofClients = readCases(vendor.name, 'client');
  const ground = await openProvingGround({ played, judged }, vendor.name);
  tell(ofClients, await proveClients(ground, ofClients, mutantsOf(vendor, ofClients), true));
  await ground.close();
  const cases = readCases(vendor.name, 'normalizer');
  tell(cases, await proveNormalizers(vendor, cases, normalizerMutantsOf(vendor, cases), true));
  const ofServers = readCases(vendor.name, 'server');
  const simulator = await startSimulator(played, { fixture: vendor.serverWorld.fixture({}) });
  const mutants = serverMutantsOf(vendor, ofServers);
  tell(ofServers, await proveServers(simulator, vendor, ofServers, mutants, true));
  await simulator.close();
}

function tell(cases, proofs) {
  console.log(`${matrix(cases, proofs)}\n`);
  if (toothless(cases, proofs).length > 0 || !proofs.every(diedAsDeclared)) process.exitCode = 1;
}
