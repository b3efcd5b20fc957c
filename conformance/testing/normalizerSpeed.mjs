/**
 * Prints how many times longer the records of a vendor take to be normalized and validated than
 * JSON.parse and JSON.stringify take for each of them, the least of rounds in turn: something else may
 * use the machine for a while. It runs the built code, as the test runner makes imports slower than
 * they are.
 *
 *     node conformance/testing/normalizerSpeed.mjs <vendor> [records] [records of a trail]
 */

import { normalizers, normalizeTrail } from '../../dist/reference.js';
import { schema } from '../../dist/specs/schemas.js';

const [vendor, count = 5000, perTrail = 1000] = process.argv.slice(2);
const PAGE = 500;
const ROUNDS = 41;

const { generate } = await import(`../../dist/fixtures/generator/vendors/${vendor}/generate.js`);
const validate = schema('audit-event/event.schema.json');

const zone = 'America/New_York';
// A month with a change of clocks in it, and a little of everything that is hard to read.
const dials = {
  ...{ records: Number(count), seed: 20_250_303, actors: 6, bursts: 3, gaps: 2, marker: false },
  ...{ from: Date.UTC(2025, 2, 3, 8), to: Date.UTC(2025, 3, 3, 8), identical: 25 },
  ...{ oddText: 0.05, missingActorKeys: 0.1, disagreement: 0.1 },
};
const form = { zone, format: 'EEE, MMM dd, yyyy hh:mm aaa' };
const generated = generate(dials, { address: ['client', '1'], settings: {} }, form);
const texts = Array.from({ length: generated.length }, (_, i) =>
  JSON.stringify(generated.record(i)),
);

const bodyOf = (records) => (vendor === 'opsramp' ? `{"results":[${records}]}` : `[${records}]`);
const trails = [];
for (let start = 0; start < texts.length; start += Number(perTrail)) {
  const trail = texts.slice(start, start + Number(perTrail));
  const pages = Math.ceil(trail.length / PAGE);
  trails.push(
    Array.from({ length: pages }, (_, i) => bodyOf(trail.slice(i * PAGE, (i + 1) * PAGE))),
  );
}
const context = { tenant: 'client', target_id: '1', time_zone: zone };

function read() {
  let found = 0;
  for (const text of texts) if (JSON.stringify(JSON.parse(text)).length > 0) found++;
  return found;
}

function normalize() {
  let found = 0;
  for (const bodies of trails)
    for (const event of normalizeTrail(normalizers[vendor], vendor, context, bodies))
      if (validate(event)) found++;
  return found;
}

const least = { read: Infinity, normalize: Infinity };
for (let round = 0; round <= ROUNDS; round++)
  for (const work of [read, normalize]) {
    const began = performance.now();
    if (work() !== texts.length) throw new Error(`some were lost in ${work.name}`);
    // The first round is to warm up.
    if (round > 0) least[work.name] = Math.min(least[work.name], performance.now() - began);
  }
console.log(least.normalize / least.read);
