/** How Helpshift writes a record. */
import type { HelpshiftActor, HelpshiftRecord } from '../../../specs/helpshift/types.js';
import type { RecordForm } from '../../RecordForm.js';
import type { View } from './auth.js';
import type { Profile } from './profile.js';

export const record: RecordForm<Profile, View> = {
  shows: () => true,
  timeAsServed: (time) => time,
  turnsTies: () => false,
  isAsItStands: (_view, profile) =>
    profile['missing-keys'] === 'as-written' &&
    profile['automation-actor'] === 'as-written' &&
    profile['data-form'] === 'value' &&
    profile['time-form'] === 'milliseconds' &&
    profile['roles-form'] === 'list',
  writer: (_view, profile) => (entry) =>
    JSON.stringify(written(entry.record as HelpshiftRecord, profile)),
};

function written(record: HelpshiftRecord, profile: Profile): object {
  const copy = keyed(record, ['from_data', 'to_data'], profile, (value) =>
    profile['data-form'] === 'text' ? JSON.stringify(value) : value,
  );
  if (profile['time-form'] === 'iso')
    copy.action_taken_at = new Date(record.action_taken_at).toISOString();
  const actor = actorOf(record.actor, profile);
  if (actor !== undefined) copy.actor = actor;
  else delete copy.actor;
  return copy;
}

/** Undefined where the record is written without one. */
function actorOf(
  actor: HelpshiftActor | null | undefined,
  profile: Profile,
): object | null | undefined {
  const form = profile['automation-actor'];
  if (form !== 'as-written' && isAutomation(actor)) return form === 'null' ? null : undefined;
  if (!actor) {
    if (profile['missing-keys'] === 'as-written') return actor;
    return profile['missing-keys'] === 'null' ? null : undefined;
  }
  return keyed(actor, ['name', 'email', 'roles', 'uid'], profile, (value) =>
    Array.isArray(value) && profile['roles-form'] === 'text' ? value.join(',') : value,
  );
}

function isAutomation(actor: HelpshiftActor | null | undefined): boolean {
  return (actor?.name ?? actor?.email ?? actor?.uid ?? null) === null;
}

/** A copy in which keys that have no value are treated as the profile says, and the others are changed. */
function keyed(
  source: object,
  keys: readonly string[],
  profile: Profile,
  change: (value: unknown) => unknown,
): Record<string, unknown> {
  const copy: Record<string, unknown> = { ...source };
  for (const key of keys) {
    if ((copy[key] ?? null) !== null) copy[key] = change(copy[key]);
    else if (profile['missing-keys'] === 'null') copy[key] = null;
    else if (profile['missing-keys'] === 'omitted') delete copy[key];
  }
  return copy;
}
