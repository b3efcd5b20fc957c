import { describe, expect, it } from 'vitest';
import { vendors } from '../../mock-server/vendors/index.js';
import { run } from '../testing/auditrig.js';

describe('NDJSON', () => {
  // Something else may use the machine for as long as a measurement lasts.
  for (const { name } of vendors)
    it(`of ${name} is made at least a third as fast as JSON.stringify writes the same records`, {
      retry: 2,
    }, async () => {
      const { stdout } = await run(process.execPath, ['cli/testing/ndjsonSpeed.mjs', name]);
      expect(Number(stdout)).toBeLessThan(3);
    });
});
