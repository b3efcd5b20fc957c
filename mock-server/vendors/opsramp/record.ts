/** How OpsRamp writes a record. */
import { toSecond } from '../../../fixtures/language/vendors/opsramp/time.js';
import type { OpsrampRecord } from '../../../specs/opsramp/types.js';
import type { RecordForm } from '../../RecordForm.js';
import type { View } from './auth.js';
import type { Profile } from './profile.js';

const optional = { htmlLog: [], changeLog: [], toList: '', ccList: '' };

const quotes = { escaped: '\\"', single: "'", raw: '"' };

export const record: RecordForm<Profile, View> = {
  shows: () => true,
  timeAsServed: toSecond,
  // A descending answer turns the order round again, back to how it was written.
  turnsTies: (profile) => profile['same-second'] === 'kept',
  isAsItStands: (_view, profile) =>
    profile['optional-keys'] === 'omitted' && profile.quotes === 'escaped',
  writer: (_view, profile) => (entry) =>
    print(complete(entry.record as OpsrampRecord, profile), profile),
};

/** A copy with the optional keys that the profile wants. */
function complete(record: OpsrampRecord, profile: Profile): Record<string, unknown> {
  const copy: Record<string, unknown> = { ...record };
  if (profile['optional-keys'] !== 'omitted')
    for (const [key, value] of Object.entries(optional))
      copy[key] ??= profile['optional-keys'] === 'null' ? null : value;
  return copy;
}

/** The record as JSON, or as what the page takes for it. */
function print(record: Record<string, unknown>, profile: Profile): string {
  const quote = quotes[profile.quotes];
  const pairs = Object.entries(record).map(([key, value]) => {
    const json = JSON.stringify(value);
    const free = key === 'activity' || key === 'htmlLog';
    return `"${key}":${free ? json.replace(/\\./g, (pair) => (pair === '\\"' ? quote : pair)) : json}`;
  });
  return `{${pairs.join(',')}}`;
}
