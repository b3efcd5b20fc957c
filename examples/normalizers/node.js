// Lets auditrig judge a normalizer that is written in JavaScript; put your own where `normalizeTrail` is.
//
//     auditrig check normalizer -- node examples/normalizers/node.js
import { createInterface } from 'node:readline';
import { normalizers, normalizeTrail } from 'auditrig/reference';

function normalize({ vendor, context, bodies }) {
  return normalizeTrail(normalizers[vendor], vendor, context, bodies);
}

const write = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  const { type, id } = message;
  if (type === 'hello')
    write({
      ...{ type, protocol: 1, subject: { name: 'example', language: 'javascript' } },
      ...{ roles: ['normalizer'], vendors: Object.keys(normalizers), capabilities: [] },
    });
  if (type === 'normalize')
    try {
      write({ type: 'result', id, events: normalize(message) });
    } catch ({ code = 'other', message: says }) {
      write({ type: 'error', id, code, message: says });
    }
  if (type === 'bye') break;
}
