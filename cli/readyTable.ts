/** What `auditrig serve` prints when it is ready: what there is, and how to ask for it. */
import type { Credential } from '../fixtures/language/Fixture.js';
import type { AnyEndpoint } from '../mock-server/Endpoint.js';
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

/** For each endpoint, a call on the first ticket that it may be about, with the first credential that is for it. */
function firstCalls(part: WorldPart, base: string): Call[] {
  const { vendor, section, profile } = part;
  return vendor.endpoints.flatMap((endpoint): Call[] => {
    for (const { address } of section.tickets)
      for (const credential of section.credentials)
        if (
          isFor(credential, address) &&
          isAbout(endpoint, address) &&
          vendor.authorization(credential.entry, profile) !== undefined
        )
          return [{ part, endpoint, url: base + pathOf(endpoint, address), credential }];
    return [];
  });
}

function isFor({ within }: Credential, address: readonly string[]): boolean {
  return within.every((name, i) => name === address[i]);
}

function isAbout(endpoint: AnyEndpoint, address: readonly string[]): boolean {
  return endpoint.address.every((step, i) => step.startsWith(':') || step === address[i]);
}

function pathOf(endpoint: AnyEndpoint, address: readonly string[]): string {
  return endpoint.address.reduce(
    (path, step, i) => path.replace(step, encodeURIComponent(address[i] ?? '')),
    endpoint.paths[0] ?? '',
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
    .flat()
    .filter((key) => key in entry)
    .map((key) => `${key} ${entry[key]}`)
    .join(', ');
}
