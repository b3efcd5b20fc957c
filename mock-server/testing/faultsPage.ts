/** Makes `docs/faults.md` from the schema of faults and what each vendor says of its own. */
import { type Place, placesOf } from '../../fixtures/testing/placesOf.js';
import { readSwitches } from '../../specs/switches.js';
import type { NamedRefusal } from '../../specs/vendorFaults.js';
import { Refusal, type RefusalKind } from '../Refusal.js';
import type { AnyVendor } from '../Vendor.js';

const INTRODUCTION = `<!-- Made from specs/faults.schema.json and specs/*/faults.yaml by \`npm run generate\`; not edited by hand. -->

# Faults

A fault is misbehaviour that is wanted: \`when\` says which requests it meets, \`do\` what is done then. They stand in a fixture, below \`faults:\`; a session may be opened with others (\`faults\` of \`POST /sessions\` or of \`sessions.open()\`), or given others later (\`PUT /sessions/{id}/faults\`, \`session.setFaults()\`, \`auditrig faults --set\`). \`auditrig faults\` and \`GET /sessions/{id}/faults\` say how often each has happened. The journal names the faults that a request met, with what it would have been served.

Nothing is left to chance: a fault is counted, or goes by the session's clock, and so happens each time in the same way. Counts are the session's own, and begin anew when it is reset.

## Eight that everyone meets

\`\`\`yaml
faults:
  # The key or token is revoked while page 3 is asked for: 401, and OpsRamp's 407.
  - { when: { page: 3 }, do: revoke }
  # A token dies before its time, when it is a minute old. Its client may fetch another, and go on.
  - { when: { tokenAge: PT60S, times: 1 }, do: endToken }
  # Every tenth request is one too many, in the vendor's own words and headers.
  - { when: { nth: every 10 }, do: { refuse: { as: rate-limited, wait: PT30S } } }
  # A gateway has no answer twice, and says to wait two seconds.
  - { when: { endpoint: audit-log, nth: 2..3 }, do: { status: { code: 503, retryAfter: 2 } } }
  # The connection is reset.
  - { when: { page: 2, times: 1 }, do: reset }
  # The body ends at byte 900.
  - { when: { nth: 4 }, do: { cut: 900 } }
  # A page to log in with, and status 200.
  - { when: { nth: 5 }, do: loginPage }
  # Two records come into being before page 2 is read: what was on page 1 comes again.
  - { when: { page: 2, times: 1 }, do: { append: 2 } }
\`\`\`
`;

const MORE = `A request that meets several meets all of them, in their order. What changes the world (\`revoke\`, \`endToken\`, \`append\`, \`clock\`, \`retain\`, \`deleteTicket\`, \`mergeTicket\`) happens before the request is dealt with, which is then answered as the vendor would. What changes the answer happens once it is known; the last that puts something else in its place counts, and \`delay\`, \`drip\`, \`cut\` and headers are of whatever is sent in the end.

Requests that no session knows meet no faults, and neither do those at paths that nothing is at. On a port of its own (\`ownPort\`), a session's faults meet every request at an endpoint.

At most 10,000 records are added to one vendor of a session. An \`append\` for which there is no room left does not happen, and of one with \`every\` as much as there is room for; \`mergeTicket\` moves as many of the fixture's records as there is room for.`;

/** The page, as Markdown. */
export function faultsPage(vendors: readonly AnyVendor[]): string {
  const [fault, when, ...others] = placesOf('faults.schema.json', '');
  const [deed, ...inner] = others.filter(({ path }) => path.startsWith('[].do'));
  const parts = [
    INTRODUCTION,
    '## What a fault has',
    table(fault),
    '## `when`: which requests',
    when?.description ?? '',
    table(when),
    '## `do`: what is done',
    `${deed?.description} Exactly one stands there.`,
    table(deed),
    ...inner.flatMap((place) => [`### \`${place.path.slice('[].do.'.length)}\``, table(place)]),
    '## Together',
    MORE,
    '## Refusals by name',
    'The status is that of the `documented` profile; switches count for refusals, too.',
    ...vendors.flatMap((vendor) => [`### ${vendor.name}`, refusalsOf(vendor)]),
    '## What a vendor cannot have',
    'It is said when the fault is read. A fault without `vendor` meets only those that can have it.',
    rows(
      ['vendor', 'deed or condition', 'why'],
      vendors.flatMap(({ name, language: { faults } }) =>
        faults.impossible.map((one) => [
          name,
          `\`${one.do ?? one.when}\`${one.at === undefined ? '' : ` of \`${one.at}\``}${whileOf(one.while)}`,
          one.says,
        ]),
      ),
    ),
  ];
  return `${parts.join('\n\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

function table(place: Place | undefined): string {
  return rows(
    ['key', 'what it says', 'form', 'example', 'left out'],
    (place?.properties ?? []).map(({ name, description, form, example, required, otherwise }) => [
      `\`${name}\``,
      description,
      form,
      example === undefined ? '' : `\`${example}\``,
      required ? '**must be there**' : otherwise,
    ]),
  );
}

function refusalsOf(vendor: AnyVendor): string {
  const { refusals, endpoints } = vendor.language.faults;
  return rows(
    ['name', 'status', 'endpoints'],
    Object.entries(refusals).map(([name, refusal]) => [
      `\`${name}\``,
      String(statusOf(refusal, vendor)),
      (refusal.at ?? endpoints).map((place) => `\`${place}\``).join(', '),
    ]),
  );
}

function statusOf(refusal: NamedRefusal, vendor: AnyVendor): number {
  const { kind, message = '', field, profile, at } = refusal;
  const defaults = readSwitches(vendor.name).map(({ name, default: value }) => [name, value]);
  const [token] = vendor.tokenEndpoints;
  const { refuse } = at?.every((place) => place === 'token') && token ? token : vendor;
  const said = new Refusal(kind as RefusalKind, message, field);
  return refuse(said, { ...Object.fromEntries(defaults), ...profile }).status;
}

function whileOf(values: Readonly<Record<string, unknown>> = {}): string {
  const pairs = Object.entries(values).map((pair) => `\`${pair.join(': ')}\``);
  return pairs.length === 0 ? '' : ` with ${pairs.join(', ')}`;
}

function rows(head: string[], cells: string[][]): string {
  return [head, head.map(() => '---'), ...cells]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}
