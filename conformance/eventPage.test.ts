import { describe, expect, it } from 'vitest';
import { readSpec } from '../specs/readSpec.js';
import { eventPage } from './testing/eventPage.js';
import { judgedVendors } from './vendors/index.js';

const { $defs } = readSpec('audit-event/event.schema.json') as {
  $defs: { Loss: { enum: string[]; 'x-means': Record<string, string> } };
};

describe('the page about events', () => {
  it('is up to date; if not, npm run generate', async () => {
    await expect(eventPage(judgedVendors)).toMatchFileSnapshot('../docs/audit-event.md');
  });

  it('says of every loss what it means', () => {
    expect(Object.keys($defs.Loss['x-means'])).toEqual($defs.Loss.enum);
  });
});
