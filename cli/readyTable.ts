/** What `auditrig serve` prints when it is ready: what there is, and how to ask for it. */
import type { Credential } from '../fixtures/language/Fixture.js';
import type { AnyEndpoint } from '../mock-server/Endpoint.js';
import type { World, WorldPart } from '../mock-server/World.js';
import { columns } from './columns.js';
import { curlTrust, type Trust } from './curlTrust.js';
import { quoted } from './quoted.js';
import { trustLines } from './trustLines.js';

/**
 * A table of endpoints, and a `curl` line for each that works when pasted into a shell; with a
 * throw-away authority, also the lines that make clients trust it.
 */
export function readyTable({ name, parts }: World, base: string, trust: Trust = {}): string {
  const { authority } = trust;
  const [flags, curlBase] = curlTrust(trust, base);
  const calls = parts.flatMap((part) => firstCalls(part));
  const rows = calls.map((call) => [
    call.part.vendor.name,
    call.endpoint.method,
    base + call.path,
    secretOf(call),
  ]);
  return [
    `auditrig plays ${name} on ${base}`,
    '',
    ...columns([['VENDOR', 'METHOD', 'URL', 'CREDENTIAL'], ...rows]),
    '',
    ...(authority === undefined ? [] : [...trustLines(authority), '']),
    ...calls.map((call) => curl(call, flags, curlBase + call.path)),
    '',
  ].join('\n');
}

interface Call {
  part: WorldPart;
  endpoint: AnyEndpoint;
  path: string;
  credential: Credential;
}

/** For each endpoint, a call on the first ticket that it may be about, with the first credential that is for it. */
function firstCalls(part: WorldPart): Call[] {
  const { vendor, section, profile } = part;
  return vendor.endpoints.flatMap((endpoint): Call[] => {
    for (const { address } of section.tickets)
      for (const credential of section.credentials)
        if (
          isFor(credential, address) &&
          isAbout(endpoint, address) &&
          vendor.authorization(credential.entry, profile) !== undefined
        )
          return [{ part, endpoint, path: pathOf(endpoint, address), credential }];
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

function curl({ part, endpoint, credential }: Call, flags: string, url: string): string {
  const { method, sampleBody } = endpoint;
  return [
    `curl -s ${flags}${method === 'GET' ? '' : `-X ${method} `}${quoted(url)}`,
    `-H ${quoted(`Authorization: ${part.vendor.authorization(credential.entry, part.profile)}`)}`,
    ...(sampleBody === undefined
      ? []
      : [`-H 'Content-Type: application/json' -d ${quoted(sampleBody)}`]),
  ].join(' ');
}

function secretOf({ part, credential: { entry } }: Call): string {
  return part.vendor.language.secrets
    .flat()
    .filter((key) => key in entry)
    .map((key) => `${key} ${entry[key]}`)
    .join(', ');
}
