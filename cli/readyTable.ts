/** What `auditrig serve` prints when it is ready: what there is, and how to ask for it. */
import type { Credential } from '../fixtures/language/Fixture.js';
import { visible } from '../fixtures/language/visible.js';
import type { Admin } from '../mock-server/admin/startAdmin.js';
import type { AnyEndpoint } from '../mock-server/Endpoint.js';
import { isAbout } from '../mock-server/isAbout.js';
import type { World, WorldPart } from '../mock-server/World.js';
import { columns } from './columns.js';
import { curlTrust, type Trust } from './curlTrust.js';
import { quoted } from './quoted.js';
import { trustLines } from './trustLines.js';

/**
 * A table of endpoints, and a `curl` line for each that works when pasted into a shell; with a
 * throw-away authority, also the lines that make clients trust it.
 */
export function readyTable(
  { name, parts }: World,
  base: string,
  admin: Admin | undefined,
  trust: Trust,
): string {
  const { authority } = trust;
  const [flags, curlBase] = curlTrust(trust, base);
  const calls = parts.flatMap((part) => [...firstCalls(part), ...tokenCalls(part)]);
  const rows = calls.map(({ part, method, path, credential }) => [
    part.vendor.name,
    method,
    base + path,
    secretOf(part, credential),
  ]);
  return [
    `auditrig plays ${visible(name)} on ${base}`,
    '',
    ...columns([['VENDOR', 'METHOD', 'URL', 'CREDENTIAL'], ...rows]),
    '',
    ...(admin ? [`The admin API is on ${admin.url}, its token is ${admin.token}`, ''] : []),
    ...(authority === undefined ? [] : [...trustLines(authority), '']),
    ...calls.map((call) => curl(call, flags, curlBase)),
    '',
  ].join('\n');
}

interface Call {
  part: WorldPart;
  method: string;
  path: string;
  credential: Credential;
  /** What is sent beside the path, as arguments of curl. */
  sent: string[];
  /** The call that gets the token for it, where it needs one. */
  first?: Call | undefined;
}

/** For each endpoint, a call on the first ticket that it may be about, with the first credential that is for it. */
function firstCalls(part: WorldPart): Call[] {
  const { vendor, section, profile } = part;
  return vendor.endpoints.flatMap((endpoint): Call[] => {
    for (const { address } of section.tickets)
      for (const credential of section.credentials)
        if (isFor(credential, address) && isAbout(endpoint, address)) {
          const authorization = vendor.authorization(credential.entry, profile);
          const token = tokenCall(part, credential);
          if (authorization === undefined && !token) continue;
          const { method, sampleBody } = endpoint;
          const body = sampleBody === undefined ? [] : [JSON_TYPE, `-d ${quoted(sampleBody)}`];
          const sent = authorization === undefined ? body : [header(authorization), ...body];
          const first = authorization === undefined ? token : undefined;
          return [{ part, method, path: pathOf(endpoint, address), credential, sent, first }];
        }
    return [];
  });
}

/** A call of the first client for a token, where the vendor has tokens. */
function tokenCalls(part: WorldPart): Call[] {
  const calls = part.section.credentials.map((credential) => tokenCall(part, credential));
  return calls.filter((call) => call !== undefined).slice(0, 1);
}

/** How a credential gets a token; undefined where it is no client's. */
function tokenCall(part: WorldPart, credential: Credential): Call | undefined {
  for (const { paths, sample } of part.vendor.tokenEndpoints) {
    const asked = sample(credential.entry);
    if (!asked) continue;
    const form = Object.entries(asked.form).map(
      (field) => `--data-urlencode ${quoted(field.join('='))}`,
    );
    const sent = asked.authorization === undefined ? form : [header(asked.authorization), ...form];
    return { part, method: 'POST', path: paths[0] ?? '', credential, sent };
  }
  return undefined;
}

function curl({ method, path, sent, first }: Call, flags: string, base: string): string {
  const verb = method === 'GET' ? '' : `-X ${method} `;
  // A shell fills in the token that the inner call gets.
  const token = first && [
    `-H "Authorization: Bearer $(${curl(first, flags, base)} | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')"`,
  ];
  return [`curl -s ${flags}${verb}${quoted(base + path)}`, ...(token ?? []), ...sent].join(' ');
}

const JSON_TYPE = "-H 'Content-Type: application/json'";

function header(authorization: string): string {
  return `-H ${quoted(`Authorization: ${authorization}`)}`;
}

function isFor({ within }: Credential, address: readonly string[]): boolean {
  return within.every((name, i) => name === address[i]);
}

function pathOf(endpoint: AnyEndpoint, address: readonly string[]): string {
  return endpoint.address.reduce(
    (path, step, i) => path.replace(step, encodeURIComponent(address[i] ?? '')),
    endpoint.paths[0] ?? '',
  );
}

function secretOf({ vendor }: WorldPart, { entry }: Credential): string {
  return vendor.language.secrets
    .flat()
    .filter((key) => key in entry)
    .map((key) => `${key} ${entry[key]}`)
    .join(', ');
}
