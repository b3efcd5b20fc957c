/** What a fixture's YAML says that a client must get, read without the simulator's code. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

// biome-ignore lint/suspicious/noExplicitAny: a fixture is whatever its YAML says
type Yaml = any;

/** A ticket, the credential that reads it, and its records as they must come, oldest first. */
export interface WrittenTrail {
  vendor: string;
  address: string[];
  credential: Record<string, string>;
  profile: Record<string, unknown>;
  records: object[];
}

/** A fixture's value. */
export function readYaml(file: string): Yaml {
  return parse(readFileSync(file, 'utf8'));
}

/** Every ticket of a fixture, as the first credential that may read it does. */
export function writtenTrails(fixture: Yaml): WrittenTrail[] {
  const now = Date.parse(fixture.now);
  return [
    ...Object.entries<Yaml>(fixture.helpshift?.domains ?? {}).flatMap(([domain, { issues }]) =>
      Object.entries<Yaml>(issues).map(([id, issue]) => ({
        vendor: 'helpshift',
        address: [domain, id],
        credential: fixture.helpshift.credentials.find(
          (one: Yaml) => one.domain === undefined || one.domain === domain,
        ),
        profile: fixture.helpshift.profile ?? {},
        records: served(issue, now, 'action_taken_at', (at) => Date.parse(at)),
      })),
    ),
    ...Object.entries<Yaml>(fixture.motadata?.requests ?? {}).map(([id, request]) => ({
      vendor: 'motadata',
      address: [id],
      credential: fixture.motadata.credentials[0],
      profile: fixture.motadata.profile ?? {},
      records: served(request, now, 'auditDate', (at) => localTime(at, fixture.motadata.zone)),
    })),
    ...Object.entries<Yaml>(fixture.opsramp?.tenants ?? {}).flatMap(
      ([tenant, { credentials, incidents }]) =>
        Object.entries<Yaml>(incidents).map(([id, incident]) => ({
          vendor: 'opsramp',
          address: [tenant, id],
          credential: credentials[0],
          profile: fixture.opsramp.profile ?? {},
          records: served(incident, now, 'createdTime', (at) => at.replace(/(\.\d+)?Z$/, '+0000')),
        })),
    ),
  ];
}

/** The records that are there by now, each telling its time. */
function served(
  { records }: Yaml,
  now: number,
  timeKey: string,
  tell: (at: string) => unknown,
): object[] {
  return records
    .map((entry: Yaml) => ('record' in entry ? entry : { record: entry }))
    .filter(({ at, visibleAfter = 'PT0M' }: Yaml) => {
      const minutes = Number(/^PT(\d+)M$/.exec(visibleAfter)?.[1]);
      return at === undefined || Date.parse(at) + minutes * 60_000 <= now;
    })
    .map(({ at, record }: Yaml) =>
      at === undefined || timeKey in record ? record : { ...record, [timeKey]: tell(at) },
    );
}

/** An instant in the account's zone and usual format; by the runtime's own tables of zones. */
export function localTime(at: string, zone = 'UTC'): string {
  const part = Object.fromEntries(
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      weekday: 'short',
      month: 'short',
      day: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hour12: true,
    })
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );
  const { weekday, month, day, year, hour, minute, dayPeriod = '' } = part;
  return `${weekday}, ${month} ${day}, ${year} ${hour}:${minute} ${dayPeriod.toLowerCase()}`;
}
