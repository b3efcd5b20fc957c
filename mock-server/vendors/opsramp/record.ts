/** How OpsRamp writes a record. */
import type { FixtureTicket } from '../../../fixtures/language/Fixture.js';
import type { TrailRecord } from '../../Trail.js';

export function layOut({ records }: FixtureTicket): TrailRecord[] {
  return records.map(({ time, action, record }) => ({
    time,
    action,
    json: JSON.stringify(record),
  }));
}
