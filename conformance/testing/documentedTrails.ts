/** The sample records of the vendors' pages as trails to be normalized, for tests. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Context, Raw } from '../reference/VendorNormalizer.js';

export interface DocumentedTrail {
  vendor: string;
  context: Context;
  records: Raw[];
  /** An answer that has these records. */
  bodyOf(records: readonly Raw[]): string;
}

type Tickets = Record<string, { records: Raw[] }>;
const documented = parse(readFileSync('fixtures/documented.yaml', 'utf8')) as {
  helpshift: { domains: Record<string, { issues: Tickets }> };
  motadata: { requests: Tickets };
  opsramp: { tenants: Record<string, { incidents: Tickets }> };
};
const of = (tickets: Tickets | undefined, id: string) => tickets?.[id]?.records ?? [];

export const documentedTrails: readonly DocumentedTrail[] = [
  {
    vendor: 'helpshift',
    context: { tenant: 'amazon', target_id: '3423' },
    records: of(documented.helpshift.domains.amazon?.issues, '3423'),
    bodyOf: (records) => JSON.stringify({ audit_logs: records }),
  },
  {
    vendor: 'motadata',
    context: { tenant: 'support.example.com', target_id: '1', time_zone: 'Asia/Kolkata' },
    records: of(documented.motadata.requests, '1'),
    bodyOf: (records) => JSON.stringify(records),
  },
  {
    vendor: 'opsramp',
    context: { tenant: 'client_4', target_id: 'INC0000001798' },
    records: of(documented.opsramp.tenants.client_4?.incidents, 'INC0000001798'),
    bodyOf: (records) => JSON.stringify({ results: records }),
  },
];
