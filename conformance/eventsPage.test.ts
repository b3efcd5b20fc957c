import { describe, expect, it } from 'vitest';
import { readSpec } from '../specs/readSpec.js';
import { eventsPage } from './testing/eventsPage.js';

describe('the page about events', () => {
  it('is up to date; if not, npm run generate', async () => {
    await expect(eventsPage()).toMatchFileSnapshot('../docs/audit-event.md');
  });

  it('says what every loss means', () => {
    const { $defs } = readSpec('audit-event/event.schema.json') as {
      $defs: { Loss: { enum: string[]; 'x-meanings': Record<string, string> } };
    };
    expect(Object.keys($defs.Loss['x-meanings'])).toEqual($defs.Loss.enum);
  });
});
