// Lets auditrig judge a normalizer by files: each trail is a file in one folder, and its events go into
// a file of the same name in another.
//
//     auditrig check normalizer --files -- node examples/normalizers/files.js {inputs} {outputs}
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalizers, normalizeTrail } from 'auditrig/reference';

const [, , inputs, outputs] = process.argv;
for (const name of readdirSync(inputs)) {
  const { vendor, context, bodies } = JSON.parse(readFileSync(join(inputs, name), 'utf8'));
  let answer;
  try {
    answer = { events: normalizeTrail(normalizers[vendor], vendor, context, bodies) };
  } catch ({ code = 'other', message }) {
    answer = { error: { code, message } };
  }
  writeFileSync(join(outputs, name), JSON.stringify(answer));
}
