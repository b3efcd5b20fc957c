/** Makes `docs/audit-event.md` from the schema of events, the rules, and what the sample records become. */
import { readFileSync } from 'node:fs';
import { isMap, isSeq, parseDocument } from 'yaml';
import { readSpec } from '../../specs/readSpec.js';
import type { Rule } from '../../specs/rules.js';
import { referenceNormalizer } from '../reference/referenceNormalizer.js';
import { judgedVendors } from '../vendors/index.js';
import { documentedTrails } from './documentedTrails.js';
import { anotherLanguage, INTRODUCTION, JUDGING } from './eventsProse.js';

interface Shape {
  $ref?: string;
  description?: string;
  'x-expected'?: string;
  'x-meanings'?: Record<string, string>;
  'x-namespace'?: string;
  const?: unknown;
  enum?: unknown[];
  type?: string | string[];
  required?: string[];
  properties?: Record<string, Shape>;
  items?: Shape;
}

const event = readSpec('audit-event/event.schema.json') as Shape & { $defs: Record<string, Shape> };
const normalize = referenceNormalizer(judgedVendors);

/** Which sample records are shown, by their places. */
const SHOWN: Readonly<Record<string, readonly number[]>> = {
  helpshift: [0, 1],
  motadata: [0, 2],
  opsramp: [4, 5],
};

/** The page, as Markdown. */
export function eventsPage(): string {
  const parts = [
    INTRODUCTION,
    '## Its fields',
    rows(['field', 'form', 'what it says'], fieldsOf(event, '')),
    '## What may be lost',
    'A record loses what stands here, and an event says so.',
    rows(
      ['loss', 'what it means'],
      Object.entries(resolved(event.properties?.loss?.items)['x-meanings'] ?? {}).map(
        ([loss, meaning]) => [`\`${loss}\``, meaning],
      ),
    ),
    '## How a trail is read',
    ...rulesIn('audit-event/rules.yaml', '###'),
    anotherLanguage(event.properties?.id?.['x-namespace'] ?? ''),
    ...documentedTrails.flatMap(({ vendor }) => vendorPart(vendor)),
    JUDGING,
  ];
  return `${parts.join('\n\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

function vendorPart(vendor: string): string[] {
  const { context, records, bodyOf } = trailOf(vendor);
  const events = normalize({ vendor, context, bodies: [bodyOf(records)] });
  const product = events[0]?.source.product;
  return [
    `## ${product}`,
    ...rulesIn(`${vendor}/events.yaml`, '###'),
    `### Examples from ${product}`,
    `With the context \`${JSON.stringify(context)}\`:`,
    ...(SHOWN[vendor] ?? []).flatMap((place) => [
      `Record ${place + 1} of the [sample](../fixtures/documented.yaml) is`,
      json(records[place]),
      'and becomes',
      json(inOrder(events[place] as object, event)),
    ]),
  ];
}

function trailOf(vendor: string) {
  const trail = documentedTrails.find((one) => one.vendor === vendor);
  if (!trail) throw new Error(`no sample records of ${vendor}`);
  return trail;
}

/** Its keys in the order of the schema. */
function inOrder(value: object, shape: Shape): object {
  const { properties } = resolved(shape);
  if (!properties) return value;
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([key]) => key in value)
      .map(([key, inner]) => {
        const found = (value as Record<string, unknown>)[key];
        const list = Array.isArray(found) && resolved(inner).items;
        if (list) return [key, found.map((item) => orderedItem(item, list))];
        return [key, orderedItem(found, inner)];
      }),
  );
}

function orderedItem(value: unknown, shape: Shape): unknown {
  return typeof value === 'object' && value !== null ? inOrder(value, shape) : value;
}

function resolved(shape: Shape = {}): Shape {
  const name = shape.$ref?.replace('#/$defs/', '');
  return name === undefined ? shape : (event.$defs[name] as Shape);
}

function fieldsOf(shape: Shape, path: string): string[][] {
  const { properties = {}, required = [] } = resolved(shape);
  return Object.entries(properties).flatMap(([key, given]) => {
    const inner = resolved(given);
    const items = resolved(inner.items);
    const own = `${path}${key}`;
    const nested = inner.properties
      ? fieldsOf(inner, `${own}.`)
      : items.properties
        ? fieldsOf(items, `${own}[].`)
        : [];
    const optional = required.includes(key) ? '' : ' (may be left out)';
    return [[`\`${own}\`${optional}`, formOf(inner), inner.description ?? ''], ...nested];
  });
}

function formOf({ const: value, enum: values, 'x-expected': expected = '' }: Shape): string {
  if (value !== undefined) return `\`${JSON.stringify(value)}\``;
  return values?.map((one) => `\`${JSON.stringify(one)}\``).join(', ') ?? expected;
}

/** The rules of a file, under the headings that its comments are. */
function rulesIn(path: string, level: string): string[] {
  const { contents } = parseDocument(readFileSync(`specs/${path}`, 'utf8'));
  if (!isSeq(contents)) throw new Error(`expected a list of rules in ${path}`);
  const parts: string[] = [];
  let lines: string[] = [];
  for (const [place, item] of contents.items.entries()) {
    if (!isMap(item)) throw new Error(`expected a rule in ${path}`);
    // The comment at the top of the file is of the file, not of its first rule.
    const heading = place === 0 ? contents.commentBefore : item.commentBefore;
    if (heading) {
      if (lines.length > 0) parts.push(lines.join('\n'));
      lines = [];
      parts.push(`${level} ${heading.trim()}`);
    }
    const { id, says } = item.toJSON() as Rule;
    lines.push(`- \`${id}\`: ${says.replaceAll('<', '\\<')}`);
  }
  return [...parts, lines.join('\n')];
}

function json(value: unknown): string {
  return `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
}

function rows(head: string[], cells: string[][]): string {
  return [head, head.map(() => '---'), ...cells]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}
