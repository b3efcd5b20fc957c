/**
 * Prints how many times longer NDJSON takes to make than JSON.stringify takes to write the same
 * records from memory, the least of many short rounds of each: something else may use the machine
 * for a while. It runs the built code, as the test runner makes imports slower than they are.
 */
import { generateTickets } from '../../dist/cli/generate/generateTickets.js';
import { ndjsonChunks } from '../../dist/cli/generate/ndjsonChunks.js';
import { vendors } from '../../dist/mock-server/vendors/index.js';

const RECORDS = 2000;
const ROUNDS = 150;

const { language } = vendors.find(({ name }) => name === process.argv[2]);
const { tickets } = generateTickets(language, { records: RECORDS }, 1, (message) => {
  throw new Error(message);
});
const [{ generated }] = tickets;
const records = Array.from({ length: RECORDS }, (_, i) => generated.record(i));

function stringify() {
  let size = 0;
  for (const record of records) size += JSON.stringify(record).length + 1;
  return size;
}

function make() {
  let size = 0;
  for (const chunk of ndjsonChunks(generated, () => {})) size += chunk.length;
  return size;
}

const least = { stringify: Infinity, make: Infinity };
for (let round = 0; round < ROUNDS; round++)
  for (const work of [stringify, make]) {
    const began = performance.now();
    work();
    least[work.name] = Math.min(least[work.name], performance.now() - began);
  }
if (stringify() !== make()) throw new Error('they write different texts');
console.log(least.make / least.stringify);
