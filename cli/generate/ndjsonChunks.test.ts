import { describe, expect, it } from 'vitest';
import { vendors } from '../../mock-server/vendors/index.js';
import { run } from '../testing/auditrig.js';

// From V8 13.8 on, JSON.stringify writes plain objects in less than half the time, and what is
// measured against it takes as long as before.
const MOST = Number.parseFloat(process.versions.v8) < 13.8 ? 3 : 7;

describe('NDJSON', () => {
  // Something else may use the machine for as long as a measurement lasts.
  for (const { name } of vendors)
    it(`of ${name} takes at most ${MOST} times as long to make as JSON.stringify takes to write the same records`, {
      retry: 2,
    }, async () => {
      const { stdout } = await run(process.execPath, ['cli/testing/ndjsonSpeed.mjs', name]);
      expect(Number(stdout)).toBeLessThan(MOST);
    });
});
