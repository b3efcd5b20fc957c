/** How each vendor's worlds and records are written. */
import fc from 'fast-check';
import type { VendorName } from '../model/PlainFault.js';
import { localTime } from '../writtenTrails.js';

export const DAY = 86_400_000;
/** Times are half seconds from here on, over some minutes, or as much earlier on some days. */
export const START = Date.UTC(2025, 10, 3, 9);
/** When worlds come alive. */
export const NOW = START + 119_000;

/** A record, before it is a vendor's. */
export interface Written {
  /** Epoch milliseconds. */
  time: number;
  /** How many seconds it is seen late. */
  late: number | undefined;
  hidden: boolean;
  action: string;
  text: string;
  /** Which of its optional parts it has. */
  parts: number;
}

/** A ticket's records as a fixture has them. */
export type Held = object[] | { from: string };

interface Writing {
  section(profile: object, tickets: Record<string, object>, owner: string | undefined): object;
  target(id: string): Record<string, string>;
  /** @param form `own`: by itself, where no frame is needed */
  entry(one: Written, form: 'own' | 'framed'): object;
}

/** When records are made: few, so that many are of one, some of them when worlds come alive, and some later. */
export const times = fc
  .tuple(fc.nat(13), fc.constantFrom(0, 0, 0, 1, 2))
  .map(([n, days]) => START + 3500 * (3 * n + 1) - days * DAY);

export const actions = ['a', 'b', 'create-issue', 'ä "b"'];

/** The entry itself, or in a frame that says its time. */
function entry(
  record: object,
  told: object,
  { time, late, hidden }: Written,
  form: 'own' | 'framed',
  isExact: boolean,
): object {
  if (form === 'own' && late === undefined && !hidden && isExact) return { ...record, ...told };
  return {
    at: new Date(time).toISOString(),
    ...(late !== undefined && { visibleAfter: `PT${late}S` }),
    ...(hidden && { visibleTo: 'technician' }),
    record,
  };
}

export const second = (time: number) => new Date(time).toISOString().replace(/\.\d+Z$/, '+0000');
const some = <Value>(parts: number, bit: number, value: Value) => (parts & bit ? value : {});

export const writing: Record<VendorName, Writing> = {
  helpshift: {
    section: (profile, issues) => ({
      profile,
      credentials: [{ api_key: 'k/+1=' }, { api_key: 'e', domain: 'e' }],
      domains: { d: { issues }, e: { issues: {} } },
    }),
    target: (issue_id) => ({ domain: 'd', issue_id }),
    entry: (one, form) => {
      const { time, action, text, parts } = one;
      const record = {
        action,
        ...some(parts, 1, {
          actor: parts & 2 ? { name: text, roles: ['x', 'y'], uid: null } : null,
        }),
        ...some(parts, 4, { from_data: { text, list: [1.5, true, null] } }),
        ...some(parts, 8, { to_data: parts & 2 ? text : null }),
      };
      return entry(record, { action_taken_at: time }, { ...one, hidden: false }, form, true);
    },
  },

  motadata: {
    section: (profile, requests, owner) => ({
      profile,
      credentials: [
        { api_key: 'k/+1=' },
        { api_key: 'r', requester: 'ana' },
        { token: 't', zone: 'Asia/Kolkata' },
      ],
      requests: { ...requests, '1': { ...requests['1'], ...(owner && { requester: owner }) } },
    }),
    target: (request_id) => ({ request_id }),
    entry: (one, form) =>
      entry(
        { auditString: one.text },
        { auditDate: localTime(new Date(one.time).toISOString()) },
        ...([one, form, one.time % 60_000 === 0] as const),
      ),
  },

  opsramp: {
    section: (profile, incidents) => ({
      profile,
      tenants: {
        t: { credentials: [{ token: 't' }, { token: 'u' }], incidents },
        e: { credentials: [{ token: 'e' }], incidents: {} },
      },
    }),
    target: (incident_id) => ({ tenant_id: 't', incident_id }),
    entry: (one, form) => {
      const { time, action, text, parts } = one;
      const record = {
        ...{ activity: text, logType: action, createdBy: { loginName: 'ana', lastName: text } },
        ...some(parts, 1, { htmlLog: ['<b>"x"</b>', text] }),
        ...some(parts, 2, { changeLog: [{ attribute: text, oldValue: '', newValue: '"' }] }),
        ...some(parts, 4, { toList: 'a@example.com' }),
      };
      const told = { createdTime: second(time) };
      return entry(record, told, { ...one, hidden: false }, form, time % 1000 === 0);
    },
  },
};
