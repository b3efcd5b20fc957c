/** How Motadata ServiceOps writes a record, and to whom it shows it. */
import { dateFns } from '../../../fixtures/language/dateFns.js';
import type { FixtureRecord } from '../../../fixtures/language/Fixture.js';
import { writeTime } from '../../../fixtures/language/vendors/motadata/time.js';
import type { MotadataRecord } from '../../../specs/motadata/types.js';
import type { RecordForm } from '../../RecordForm.js';
import type { View } from './auth.js';
import type { Profile } from './profile.js';

const MINUTE = 60_000;

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const record: RecordForm<Profile, View> = {
  shows: (visibleTo, { technicianEntries }, profile) =>
    profile['audit-trail'] === 'on' && (visibleTo !== 'technician' || technicianEntries),
  timeAsServed: (time) => Math.floor(time / MINUTE) * MINUTE,
  // A trail that is served in another order than its minutes have has those turned round.
  turnsTies: (profile) => profile.order !== profile['same-minute'],
  isAsItStands: ({ timeForm }, profile) =>
    timeForm === undefined && profile['html-entities'] === 'raw',
  writer: (view, profile) => (entry) => JSON.stringify(written(entry, view, profile)),
};

function written({ time, record }: FixtureRecord, { timeForm }: View, profile: Profile): object {
  const { auditString, auditDate } = record as MotadataRecord;
  const locale = profile.language === 'de' ? dateFns.de : undefined;
  return {
    ...record,
    auditString:
      profile['html-entities'] === 'escaped'
        ? auditString.replace(/[&<>"']/g, (character) => entities[character] as string)
        : auditString,
    auditDate: timeForm ? writeTime(time, { ...timeForm, locale }) : auditDate,
  };
}
