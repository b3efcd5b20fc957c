/** What `auditrig serve` prints when it is ready: what there is, and how to ask for it. */
import type { Credential } from '../fixtures/language/Fixture.js';
import type { AnyEndpoint } from '../mock-server/Vendor.js';
import type { World, WorldPart } from '../mock-server/World.js';
import { columns } from './columns.js';

/** A table of endpoints, and a `curl` line for each that works when pasted into a shell. */
export function readyTable({ name, parts }: World, base: string): string {
  const calls = parts.flatMap((part) => firstCalls(part, base));
  const rows = calls.map((call) => [
    call.part.vendor.name,
    call.endpoint.method,
    call.url,
    secretOf(call),
  ]);
  return [
    `auditrig plays ${name} on ${base}`,
    '',
    ...columns([['VENDOR', 'METHOD', 'URL', 'CREDENTIAL'], ...rows]),
    '',
    ...calls.map(curl),
    '',
  ].join('\n');
}

interface Call {
  part: WorldPart;
  endpoint: AnyEndpoint;
  url: string;
  credential: Credential;
}

/** For each endpoint, a call on the first ticket that some credential is for. */
function firstCalls(part: WorldPart, base: string): Call[] {
  for (const address of part.addresses)
    for (const credential of part.credentials)
      if (credential.within.every((name, i) => name === address[i]))
        return part.vendor.endpoints.map((endpoint) => ({
          part,
          endpoint,
          url: base + pathOf(endpoint, address),
          credential,
        }));
  return [];
}

function pathOf({ paths, params }: AnyEndpoint, address: readonly string[]): string {
  return params.reduce(
    (filled, name, i) => filled.replace(`:${name}`, encodeURIComponent(address[i] ?? '')),
    paths[0] ?? '',
  );
}

function curl({ part, endpoint: { method, sampleBody }, url, credential }: Call): string {
  return [
    `curl -s ${method === 'GET' ? '' : `-X ${method} `}${quoted(url)}`,
    `-H ${quoted(`Authorization: ${part.vendor.authorization(credential.entry, part.profile)}`)}`,
    ...(sampleBody === undefined
      ? []
      : [`-H 'Content-Type: application/json' -d ${quoted(sampleBody)}`]),
  ].join(' ');
}

/** As one word of a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function secretOf({ part, credential: { entry } }: Call): string {
  return part.vendor.language.secrets
    .filter((key) => key in entry)
    .map((key) => `${key} ${entry[key]}`)
    .join(', ');
}
