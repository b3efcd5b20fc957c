/** What `auditrig serve` prints when it is ready: what there is, and how to ask for it. */
import type { Credential } from '../fixtures/language/Fixture.js';
import type { AnyEndpoint } from '../mock-server/Vendor.js';
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

/** For each endpoint, a call on the first ticket that some credential is for. */
function firstCalls(part: WorldPart): Call[] {
  for (const address of part.addresses)
    for (const credential of part.credentials)
      if (credential.within.every((name, i) => name === address[i]))
        return part.vendor.endpoints.map((endpoint) => ({
          part,
          endpoint,
          path: pathOf(endpoint, address),
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
    .filter((key) => key in entry)
    .map((key) => `${key} ${entry[key]}`)
    .join(', ');
}
