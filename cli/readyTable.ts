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
  const calls = parts.flatMap((part) => [...firstCalls(part), ...tokenCalls(part)]);
  const rows = calls.map(({ part, method, path, credential }) => [
    part.vendor.name,
    method,
    base + path,
    secretOf(part, credential),
  ]);
  return [
    `auditrig plays ${name} on ${base}`,
    '',
    ...columns([['VENDOR', 'METHOD', 'URL', 'CREDENTIAL'], ...rows]),
    '',
    ...(authority === undefined ? [] : [...trustLines(authority), '']),
    ...calls.map(({ method, path, sent }) =>
      [
        `curl -s ${flags}-X ${method} ${quoted(curlBase + path)}`.replace('-X GET ', ''),
        ...sent,
      ].join(' '),
    ),
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
}

/** For each endpoint, a call on the first ticket that it may be about, with the first credential that is for it. */
function firstCalls(part: WorldPart): Call[] {
  const { vendor, section, profile } = part;
  return vendor.endpoints.flatMap((endpoint): Call[] => {
    for (const { address } of section.tickets)
      for (const credential of section.credentials)
        if (isFor(credential, address) && isAbout(endpoint, address)) {
          const authorization = vendor.authorization(credential.entry, profile);
          if (authorization === undefined) continue;
          const { method, sampleBody } = endpoint;
          const body = sampleBody === undefined ? [] : [JSON_TYPE, `-d ${quoted(sampleBody)}`];
          const sent = [header(authorization), ...body];
          return [{ part, method, path: pathOf(endpoint, address), credential, sent }];
        }
    return [];
  });
}

/** For each endpoint of tokens, a call of the first client. */
function tokenCalls(part: WorldPart): Call[] {
  const { vendor, section } = part;
  return vendor.tokenEndpoints.flatMap(({ paths: [path = ''], sample }): Call[] => {
    for (const credential of section.credentials) {
      const asked = sample(credential.entry);
      if (!asked) continue;
      const form = Object.entries(asked.form).map(
        (field) => `--data-urlencode ${quoted(field.join('='))}`,
      );
      const sent = [
        ...(asked.authorization === undefined ? [] : [header(asked.authorization)]),
        ...form,
      ];
      return [{ part, method: 'POST', path, credential, sent }];
    }
    return [];
  });
}

const JSON_TYPE = "-H 'Content-Type: application/json'";

function header(authorization: string): string {
  return `-H ${quoted(`Authorization: ${authorization}`)}`;
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

function secretOf({ vendor }: WorldPart, { entry }: Credential): string {
  return vendor.language.secrets
    .flat()
    .filter((key) => key in entry)
    .map((key) => `${key} ${entry[key]}`)
    .join(', ');
}
