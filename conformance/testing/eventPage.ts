/** Makes `docs/audit-event.md` from the schema of events, the rules and the vendors' own sample records. */
import { readSpec } from '../../specs/readSpec.js';
import { type Rule, readEventRules, readRules } from '../../specs/rules.js';
import { asksOf } from '../cases/asksOf.js';
import { readCases } from '../cases/readCases.js';
import type { JudgedVendor } from '../JudgedVendor.js';
import { normalizeTrail } from '../reference/normalizeTrail.js';

interface Node {
  description?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  minimum?: number;
  minLength?: number;
  required?: string[];
  properties?: Record<string, Node>;
  items?: Node;
  $ref?: string;
  $defs?: Record<string, Node>;
  'x-means'?: Record<string, string>;
  'x-namespace'?: string;
}

const schema = readSpec('audit-event/event.schema.json') as Node;

const INTRODUCTION = `<!-- Made from the schema and the rules in specs/ by \`npm run generate\`; not edited by hand. -->

# AuditEvent

An AuditEvent is one entry of a ticket's audit log in a form that is the same for all vendors. It loses nothing: \`raw\` has the vendor's record. It invents nothing: what is not known is \`null\`, and what the record could not say, or not for sure, is named in \`loss\`.

This page says all that is needed to make events of the vendors' records: the form, then the rules that hold for every vendor, then those of each. The form as a JSON Schema (2020-12) is [specs/audit-event/event.schema.json](../specs/audit-event/event.schema.json). [normalizers.md](normalizers.md) says how to have a normalizer judged, and \`auditrig/reference\` has one of each vendor.

A normalizer is given the **bodies** of all answers that make one trail, as texts, and a **context**:

| | what it says |
| --- | --- |
| \`tenant\` | the account at the vendor: Helpshift's domain, Motadata's host, OpsRamp's tenant id |
| \`target_id\` | the ticket's id, as it was asked for |
| \`time_zone\` | the IANA name of the zone in which local times are written; only where it is known |
| \`date_format\` | how local times are written, in Unicode's date field symbols; only where it is not the usual |

It gives an event for each record, in any order, or refuses the trail with one of two codes: \`malformed_response\`, \`invalid_request\`.
`;

/** The page, as Markdown. */
export function eventPage(vendors: readonly JudgedVendor[]): string {
  const parts = [
    INTRODUCTION,
    '## The form',
    `Every key is there, but for those that may be left out. Ids are made in the namespace \`${schema.properties?.id?.['x-namespace']}\`.`,
    table(['key', 'value', 'what it says'], rowsOf(schema, '')),
    '## Losses',
    table(
      ['code', 'what it says'],
      Object.entries(schema.$defs?.Loss?.['x-means'] ?? {}).map(([code, means]) => [
        `\`${code}\``,
        means,
      ]),
    ),
    '## Rules for every vendor',
    rulesList(readRules('audit-event')),
    ...vendors.flatMap((vendor) => [
      `## ${vendor.normalizer.product}`,
      rulesList(readEventRules(vendor.name)),
      ...examples(vendor),
    ]),
  ];
  return `${parts.join('\n\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

function rowsOf(node: Node, at: string): string[][] {
  return Object.entries(node.properties ?? {}).flatMap(([name, given]) => {
    const inner = resolved(given);
    const items = inner.items && resolved(inner.items);
    const isLeftOut = !node.required?.includes(name);
    const place = `${at}${name}`;
    const row = [
      `\`${place}\`${isLeftOut ? ', or left out' : ''}`,
      formOf(inner, items),
      given.description ?? inner.description ?? '',
    ];
    const below = items?.properties ? rowsOf(items, `${place}[].`) : rowsOf(inner, `${place}.`);
    return [row, ...below];
  });
}

function resolved(node: Node): Node {
  const name = node.$ref?.replace('#/$defs/', '');
  return name === undefined ? node : (schema.$defs?.[name] as Node);
}

function formOf(node: Node, items: Node | undefined): string {
  if (node.const !== undefined) return `\`${JSON.stringify(node.const)}\``;
  if (node.enum) return node.enum.map((one) => `\`${one}\``).join(', ');
  const types = [node.type ?? []].flat();
  if (types.length > 3) return 'any JSON value';
  if (items) return items.properties ? 'a list of objects' : 'a list of texts';
  const words: Record<string, string> = {
    ...{ string: 'a text', object: 'an object', null: '`null`' },
    integer: `a whole number from ${node.minimum}`,
  };
  const said = types.map((type) => words[type]).join(' or ');
  const length = node.minLength ? ', not empty' : '';
  return node.pattern ? `${said} like \`${node.pattern.replaceAll('|', '\\|')}\`` : said + length;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function rulesList(rules: readonly Rule[]): string {
  return rules.map(({ id, says }) => `- **${id.split('/')[1]}**: ${says}`).join('\n');
}

/** Two of the records that the vendor's page shows: the first, and one with a change. */
function examples({ name, normalizer, caseTrail }: JudgedVendor): string[] {
  const documented = readCases(name, 'normalizer').find(({ id }) => id.includes('/documented/'));
  const [ask] = documented ? asksOf(documented, caseTrail, 1) : [];
  if (!ask) return [];
  const events = normalizeTrail(normalizer, name, ask.context, ask.bodies);
  const changing = events.findIndex(({ action, changes }) => {
    return action.verb === 'update' && changes.length > 0;
  });
  return [
    `With the context \`${JSON.stringify(ask.context)}\`, and nothing else in the trail:`,
    ...[events[0], events[changing]].flatMap((event) => [
      json(event?.raw),
      'becomes',
      json({ ...event, raw: '…' }).replace('"…"', '{ … }'),
    ]),
  ];
}

function json(value: unknown): string {
  return `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
}
