import { describe, expect, it } from 'vitest';
import { vendors } from '../../mock-server/vendors/index.js';
import { run } from '../testing/auditrig.js';

describe('NDJSON', () => {
  for (const { name } of vendors)
    it(`of ${name} is made at least a third as fast as JSON.stringify writes the same records`, async () => {
      const { stdout } = await run(process.execPath, ['cli/testing/ndjsonSpeed.mjs', name]);
      expect(Number(stdout)).toBeLessThan(3);
    });
});
