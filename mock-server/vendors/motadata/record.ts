/** How Motadata ServiceOps writes a record, and to whom it shows it. */
import { de } from 'date-fns/locale/de';
import { enUS } from 'date-fns/locale/en-US';
import type { FixtureRecord, FixtureTicket } from '../../../fixtures/language/Fixture.js';
import { writeTime } from '../../../fixtures/language/vendors/motadata/time.js';
import type { MotadataRecord } from '../../../specs/motadata/types.js';
import type { TrailRecord } from '../../Trail.js';
import type { View } from './auth.js';
import type { Profile } from './profile.js';

const MINUTE = 60_000;

const locales = { en: enUS, de };
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function layOut({ records }: FixtureTicket, view: View, profile: Profile): TrailRecord[] {
  if (profile['audit-trail'] === 'off') return [];
  const seen = records.filter(
    ({ visibleTo }) => visibleTo !== 'technician' || view.technicianEntries,
  );
  const inTime = seen.toSorted((a, b) => a.time - b.time);
  // A trail that is served in another order than its minutes have has those turned round.
  const ordered = profile.order === profile['same-minute'] ? inTime : inTime.toReversed();
  const asWritten = view.timeForm === undefined && profile['html-entities'] === 'raw';
  return ordered.map((entry) => ({
    time: Math.floor(entry.time / MINUTE) * MINUTE,
    json: (asWritten ? entry.json : undefined) ?? JSON.stringify(write(entry, view, profile)),
    entry,
  }));
}

function write({ time, record }: FixtureRecord, { timeForm }: View, profile: Profile): object {
  const { auditString, auditDate } = record as MotadataRecord;
  const locale = locales[profile.language];
  return {
    ...record,
    auditString:
      profile['html-entities'] === 'escaped'
        ? auditString.replace(/[&<>"']/g, (character) => entities[character] as string)
        : auditString,
    auditDate: timeForm ? writeTime(time, { ...timeForm, locale }) : auditDate,
  };
}
