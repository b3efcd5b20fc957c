/** What `auditrig serve` prints when it is ready: what there is, and how to ask for it. */
import type { Credential } from '../fixtures/language/Fixture.js';
import type { AnyEndpoint } from '../mock-server/Vendor.js';
import type { World, WorldPart } from '../mock-server/World.js';
import { columns } from './columns.js';
import { quoted } from './quoted.js';
import { trustLines } from './trustLines.js';

/** Files with certificates that a client may have to trust. */
export interface Trust {
  /** The throw-away authority's. */
  authority?: string | undefined;
  /** The tester's own. */
  own?: string | undefined;
}

/**
 * A table of endpoints, and a `curl` line for each that works when pasted into a shell; with a
 * throw-away authority, also the lines that make clients trust it.
 */
export function readyTable({ name, parts }: World, base: string, trust: Trust = {}): string {
  const { authority, own } = trust;
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
    ...(authority === undefined ? [] : [...trustLines(authority), '']),
    ...calls.map((call) => curl(call, authority ?? own)),
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

function curl(call: Call, cacert: string | undefined): string {
  const { part, endpoint, url, credential } = call;
  const { method, sampleBody } = endpoint;
  return [
    `curl -s ${cacert === undefined ? '' : `--cacert ${quoted(cacert)} `}${method === 'GET' ? '' : `-X ${method} `}${quoted(url)}`,
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
