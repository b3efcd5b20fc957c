// Prints how many records a second are generated, normalized and validated, for each vendor and round:
// node rates.js <rounds>
import { generateTickets } from '../dist/cli/generate/generateTickets.js';
import { vendors } from '../dist/mock-server/vendors/index.js';
import { normalizers, normalizeTrail } from '../dist/reference.js';
import { schema } from '../dist/specs/schemas.js';

const rounds = Number(process.argv[2]);
const RECORDS = 5000;
const PAGE = 500;
const validate = schema('audit-event/event.schema.json');
const context = { tenant: 'client', target_id: '1', time_zone: 'America/New_York' };

/** One page's text of an answer that has these records. */
const bodyOf = (vendor, records) =>
  vendor === 'opsramp' ? JSON.stringify({ results: records }) : JSON.stringify(records);

const perSecond = (work) => {
  const began = performance.now();
  const result = work();
  return [(RECORDS * 1000) / (performance.now() - began), result];
};

const found = vendors.map(({ name, language }) => {
  const { tickets } = generateTickets(language, { records: RECORDS }, 1, (message) => {
    throw new Error(message);
  });
  const [{ generated }] = tickets;
  const once = () => {
    const [made, records] = perSecond(() =>
      Array.from({ length: RECORDS }, (_, i) => generated.record(i)),
    );
    const bodies = Array.from({ length: RECORDS / PAGE }, (_, i) =>
      bodyOf(name, records.slice(i * PAGE, (i + 1) * PAGE)),
    );
    const [normalized, events] = perSecond(() => [
      ...normalizeTrail(normalizers[name], name, context, bodies),
    ]);
    const [validated, valid] = perSecond(() => events.filter((event) => validate(event)));
    if (valid.length !== RECORDS) throw new Error(`${name}: ${valid.length} events are valid`);
    return { generated: made, normalized, validated };
  };
  // What is compiled on the way would count in the first ones.
  for (let i = 0; i < 3; i++) once();
  return { vendor: name, rounds: Array.from({ length: rounds }, once) };
});
console.log(JSON.stringify(found));
